import type { Content, TableCell } from 'pdfmake/interfaces';

import { type TextKey, textsIn, type Translate } from '@aigaq/texts';

import type { ProtocolModel } from '../domain/protocol-model';
import { DocumentFormat } from './document-format';

interface Writer {
  model: ProtocolModel;
  t: Translate;
  format: DocumentFormat;
}

/** The protocol in the words of the event's language, as pdfmake takes it. */
export function protocolContent(model: ProtocolModel): Content[] {
  const writer: Writer = {
    model,
    t: textsIn(model.language),
    format: new DocumentFormat(model.language, model.timeZone),
  };
  return [
    ...heading(writer),
    ...eventSection(writer),
    ...candidateSection(writer),
    ...courseSection(writer),
    ...coverageSection(writer),
    ...flagsSection(writer),
    ...actionsSection(writer),
    ...resultSection(writer),
    ...decisionSection(writer),
    ...approvalSection(writer),
  ];
}

function heading({ model, t, format }: Writer): Content[] {
  return [
    { text: model.institution[model.language], style: 'institution' },
    { text: t('document.protocol.title'), style: 'title' },
    {
      text: t('document.protocol.subtitle', { number: model.number, date: format.date(model.createdAt) }),
      style: 'subtitle',
    },
  ];
}

function eventSection({ model, t, format }: Writer): Content[] {
  const { event, language } = model;
  return section(t('document.section.event'), [
    [t('document.field.kind'), t(`document.kind.${event.kind}`)],
    [t('document.field.discipline'), event.discipline[language]],
    [t('document.field.title'), event.title[language]],
    [t('document.field.window'), `${format.moment(event.opensAt)} – ${format.moment(event.closesAt)}`],
    [t('document.field.duration'), t('document.minutes', { minutes: Math.round(event.durationSeconds / 60) })],
    [
      t('document.field.ruleSet'),
      t('document.version', { name: model.ruleSet.name[language], version: model.ruleSet.version }),
    ],
    [
      t('document.field.profile'),
      t('document.version', { name: t(`document.profile.${model.profile.name}`), version: model.profile.version }),
    ],
    [t('document.field.aids'), event.aids === '' ? t('document.none') : event.aids],
  ]);
}

function candidateSection({ model, t, format }: Writer): Content[] {
  const { candidate, admission } = model;
  const { consent, identity } = admission;
  return section(t('document.section.candidate'), [
    [t('document.field.name'), candidate.name],
    [t('document.field.login'), candidate.login],
    [t('document.field.group'), candidate.group ?? t('document.none')],
    ...(candidate.extraSeconds > 0
      ? [
          [
            t('document.field.extraTime'),
            t('document.minutes', { minutes: Math.round(candidate.extraSeconds / 60) }),
          ] as const,
        ]
      : []),
    [
      t('document.field.consent'),
      consent
        ? t('document.consent.given', { at: format.moment(consent.at), version: consent.version })
        : t('document.none'),
    ],
    [
      t('document.field.identity'),
      identity?.state === 'confirmed'
        ? t('document.identity.confirmed', { by: identity.by ?? '', at: identity.at ? format.moment(identity.at) : '' })
        : t('document.identity.none'),
    ],
  ]);
}

function courseSection({ model, t, format }: Writer): Content[] {
  const { receipt, startedAt, endedAt } = model.sitting;
  return section(t('document.section.course'), [
    [t('document.field.started'), startedAt ? format.moment(startedAt) : t('document.none')],
    [t('document.field.ended'), endedAt ? format.moment(endedAt) : t('document.none')],
    ...(receipt
      ? ([
          [t('document.field.how'), t(`document.how.${receipt.how}`)],
          [
            t('document.field.answers'),
            t('document.answers.counted', { answered: receipt.answered, items: receipt.items }),
          ],
          [t('document.field.receipt'), receipt.number],
        ] as const)
      : []),
  ]);
}

function coverageSection({ model, t, format }: Writer): Content[] {
  if (model.coverage.length === 0) return [];
  const gaps = model.coverage.flatMap((each) => each.gaps.map((gap) => ({ ...gap, source: each.source })));
  const rows = model.coverage.map((each) => [
    t(`document.source.${each.source}`),
    format.length(each.recordedMs),
    format.length(each.ofMs),
    each.percent.toFixed(1),
  ]);
  const columns: TextKey[] = [
    'document.column.source',
    'document.column.recorded',
    'document.column.of',
    'document.column.percent',
  ];
  return [
    { text: t('document.section.coverage'), style: 'section' },
    table(
      columns.map((key) => t(key)),
      rows,
      ['*', 'auto', 'auto', 'auto'],
    ),
    { text: t('document.section.gaps'), style: 'subsection' },
    gaps.length === 0
      ? { text: t('document.none') }
      : table(
          (
            [
              'document.column.source',
              'document.column.from',
              'document.column.to',
              'document.column.length',
              'document.column.cause',
            ] as const
          ).map((key) => t(key)),
          gaps.map((gap) => [
            t(`document.source.${gap.source}`),
            format.time(gap.from),
            format.time(gap.to),
            format.length(Date.parse(gap.to) - Date.parse(gap.from)),
            t(`document.cause.${gap.cause}`),
          ]),
          ['*', 'auto', 'auto', 'auto', 'auto'],
        ),
  ];
}

function flagsSection({ model, t, format }: Writer): Content[] {
  const rows = model.flags.map((flag) => [
    `${format.time(flag.startedAt)}${flag.endedAt ? ` – ${format.time(flag.endedAt)}` : ''}`,
    [flag.code, t(`flag.${flag.code}.name`)].join(' · ') + (flag.note === '' ? '' : `\n${flag.note}`),
    flag.origin === 'detector'
      ? t('document.flag.machine', { detector: flag.detector, version: flag.detectorVersion })
      : flag.detector,
    String(flag.severity),
    [t(`document.flag.${flag.state}`), flag.triagedBy ?? '', flag.triageNote].filter((part) => part !== '').join('\n'),
  ]);
  const columns: TextKey[] = [
    'document.column.time',
    'document.column.what',
    'document.column.by',
    'document.column.severity',
    'document.column.verdict',
  ];
  return [
    { text: t('document.section.flags'), style: 'section' },
    { text: t('document.flag.notice'), style: 'notice' },
    rows.length === 0
      ? { text: t('document.none') }
      : table(
          columns.map((key) => t(key)),
          rows,
          ['auto', '*', '*', 'auto', 'auto'],
        ),
  ];
}

function actionsSection({ model, t, format }: Writer): Content[] {
  const rows = model.actions.map((action) => [
    format.time(action.at),
    t(`document.action.${action.kind}`) + (action.seconds === null ? '' : ` (${format.length(action.seconds * 1000)})`),
    action.by ?? t('document.system'),
    action.reason,
  ]);
  const columns: TextKey[] = [
    'document.column.time',
    'document.column.action',
    'document.column.by',
    'document.column.reason',
  ];
  return [
    { text: t('document.section.actions'), style: 'section' },
    rows.length === 0
      ? { text: t('document.none') }
      : table(
          columns.map((key) => t(key)),
          rows,
          ['auto', 'auto', 'auto', '*'],
        ),
  ];
}

function resultSection({ model, t }: Writer): Content[] {
  const { result, language } = model;
  if (!result) return [];
  return section(t('document.section.result'), [
    [t('document.field.points'), `${result.points} / ${result.maximum}`],
    [t('document.field.percent'), String(result.percent)],
    [t('document.field.grade'), `${result.letter} (${result.traditional[language]})`],
    [t('document.field.passed'), t(result.passed ? 'document.yes' : 'document.no')],
  ]);
}

function decisionSection({ model, t, format }: Writer): Content[] {
  const { decision } = model;
  const signed = (name: string, at: string | null): string => `${name}${at ? `, ${format.moment(at)}` : ''}`;
  return section(t('document.section.decision'), [
    [t('document.field.outcome'), t(`document.outcome.${decision.outcome}`)],
    [t('document.field.reason'), decision.reason],
    [t('document.field.proposedBy'), signed(decision.proposedBy, decision.proposedAt)],
    ...(decision.confirmedBy
      ? [[t('document.field.confirmedBy'), signed(decision.confirmedBy, decision.confirmedAt)] as const]
      : []),
  ]);
}

function approvalSection({ model, t, format }: Writer): Content[] {
  const { decision } = model;
  const rows = [
    [decision.proposedBy, t('document.capacity.proposer'), format.moment(decision.proposedAt), ''],
    ...(decision.confirmedBy && decision.confirmedAt
      ? [[decision.confirmedBy, t('document.capacity.confirmer'), format.moment(decision.confirmedAt), '']]
      : []),
    [model.createdBy, t('document.capacity.author'), format.moment(model.createdAt), ''],
  ];
  const columns: TextKey[] = [
    'document.column.person',
    'document.column.capacity',
    'document.column.date',
    'document.column.signature',
  ];
  return [
    { text: t('document.section.approval'), style: 'section' },
    table(
      columns.map((key) => t(key)),
      rows,
      ['*', '*', 'auto', 90],
    ),
  ];
}

function section(title: string, lines: readonly (readonly [string, string])[]): Content[] {
  const body: TableCell[][] = lines.map(([label, value]) => [{ text: label, style: 'label' }, { text: value }]);
  return [
    { text: title, style: 'section' },
    { table: { widths: [150, '*'], body }, layout: 'noBorders' },
  ];
}

function table(heads: readonly string[], rows: readonly (readonly string[])[], widths: (string | number)[]): Content {
  const body: TableCell[][] = [
    heads.map((text) => ({ text, style: 'head' })),
    ...rows.map((row) => row.map((text) => ({ text }))),
  ];
  return {
    table: { headerRows: 1, widths, body, dontBreakRows: true },
    layout: 'lightHorizontalLines',
    style: 'table',
  };
}
