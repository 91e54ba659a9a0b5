import { dirname, join, sep } from 'node:path';

import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';

import { textsIn } from '@aigaq/texts';

import type { ProtocolModel } from '../domain/protocol-model';
import { DocumentFormat } from './document-format';
import { protocolContent } from './protocol-content';

const fonts = join(dirname(require.resolve('pdfmake/package.json')), 'fonts', 'Roboto');

pdfmake.setFonts({
  Roboto: {
    normal: join(fonts, 'Roboto-Regular.ttf'),
    bold: join(fonts, 'Roboto-Medium.ttf'),
    italics: join(fonts, 'Roboto-Italic.ttf'),
    bolditalics: join(fonts, 'Roboto-MediumItalic.ttf'),
  },
});
// A document never reaches outside: no picture by address, no file but the fonts.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path.startsWith(fonts + sep));

/** The protocol as a PDF in the event's language. */
export async function renderProtocol(model: ProtocolModel): Promise<Buffer> {
  const t = textsIn(model.language);
  const format = new DocumentFormat(model.language, model.timeZone);
  const definition: TDocumentDefinitions = {
    info: {
      title: `${t('document.protocol.title')} ${model.number}`,
      author: model.institution[model.language],
      creator: t('product.name'),
    },
    language: model.language,
    pageSize: 'A4',
    pageMargins: [48, 48, 48, 64],
    content: protocolContent(model),
    footer: (page, pages) => ({
      margin: [48, 12, 48, 0],
      fontSize: 7,
      color: '#555555',
      stack: [
        {
          columns: [
            {
              text: `${model.number} · ${format.moment(model.createdAt)} · ${t('document.zone', { zone: model.timeZone })}`,
            },
            { text: t('document.page', { page, pages }), alignment: 'right', width: 120 },
          ],
        },
        ...(model.sitting.receipt ? [{ text: t('document.footer', { sha256: model.sitting.receipt.sha256 }) }] : []),
      ],
    }),
    defaultStyle: { font: 'Roboto', fontSize: 9.5, lineHeight: 1.15 },
    styles: {
      institution: { alignment: 'center', fontSize: 11, margin: [0, 0, 0, 8] },
      title: { alignment: 'center', fontSize: 16, bold: true },
      subtitle: { alignment: 'center', margin: [0, 2, 0, 6] },
      section: { fontSize: 12, bold: true, margin: [0, 12, 0, 4] },
      subsection: { bold: true, margin: [0, 8, 0, 3] },
      label: { color: '#555555' },
      head: { bold: true, fontSize: 8.5 },
      notice: { italics: true, fontSize: 8.5, margin: [0, 0, 0, 4] },
      table: { fontSize: 8.5 },
    },
  };
  return pdfmake.createPdf(definition).getBuffer();
}
