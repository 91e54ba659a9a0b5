import { inflateSync } from 'node:zlib';

import { sampleProtocol } from './sample-protocol';
import { renderProtocol } from './render-protocol';

/** Text operators of the page streams: enough to see that something was drawn with embedded fonts. */
function streamsOf(pdf: Buffer): string[] {
  const streams: string[] = [];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 1)) {
    const end = pdf.indexOf('\nendstream', at);
    try {
      streams.push(inflateSync(pdf.subarray(at + 7, end)).toString('latin1'));
    } catch {
      // Not every stream is deflated.
    }
  }
  return streams;
}

/** The Unicode side of the fonts' ToUnicode maps: every letter that the document draws. */
function lettersOf(pdf: Buffer): Set<string> {
  const letters = new Set<string>();
  for (const stream of streamsOf(pdf))
    if (stream.includes('begincmap'))
      for (const [, hex] of stream.matchAll(/<([0-9a-f]{4})>(?=[\s\]])/gi))
        if (hex) letters.add(String.fromCharCode(parseInt(hex, 16)));
  return letters;
}

describe('the protocol as a PDF', () => {
  it.each(['kk', 'ru', 'en'] as const)('is made in %s', async (language) => {
    const pdf = await renderProtocol(sampleProtocol(language));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(10_000);
  });

  it('draws the letters that only Kazakh has', async () => {
    const letters = lettersOf(await renderProtocol(sampleProtocol('kk')));
    for (const letter of 'әғқңөұүһі') expect([...letters].join('')).toContain(letter);
  });
});
