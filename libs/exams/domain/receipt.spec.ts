import { createHash } from 'node:crypto';

import fc from 'fast-check';

import { receipt, type Response } from '@aigaq/contracts';

import { canonicalJson, type Json } from './canonical-json';
import { answersText, makeReceipt } from './receipt';

const anyResponse: fc.Arbitrary<Response> = fc.oneof(
  fc.option(fc.string()).map((selected): Response => ({ type: 'choice', selected })),
  fc.array(fc.constantFrom('a', 'b', 'c')).map((selected): Response => ({ type: 'multiple_choice', selected })),
  fc.string().map((text): Response => ({ type: 'text_entry', text })),
  fc.string({ unit: 'binary' }).map((text): Response => ({ type: 'extended_text', text })),
);
const anyAnswers = fc.uniqueArray(fc.record({ itemId: fc.uuid(), response: anyResponse }), {
  selector: (answer) => answer.itemId,
});
const handedIn = {
  sittingId: '0190c0de-0000-7000-8000-000000000001',
  submittedAt: new Date('2026-06-01T05:00:00Z'),
  how: 'submitted' as const,
  items: 3,
  answers: [
    { itemId: 'b', response: { type: 'multiple_choice', selected: ['y', 'x'] } as Response },
    { itemId: 'a', response: { type: 'text_entry', text: 'Сұраныс' } as Response },
    { itemId: 'c', response: { type: 'choice', selected: null } as Response },
  ],
};

describe('canonical JSON', () => {
  it('says the same value always in the same way', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = canonicalJson(value as Json);
        expect(canonicalJson(JSON.parse(text) as Json)).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('orders names and leaves out blanks', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'ә' }], a: true })).toBe('{"a":true,"b":[1,{"c":"ә","d":null}]}');
  });
});

describe('a receipt', () => {
  it('carries the hash that anybody can compute of the answers', () => {
    const text =
      '[{"itemId":"a","response":{"text":"Сұраныс","type":"text_entry"}},' +
      '{"itemId":"b","response":{"selected":["x","y"],"type":"multiple_choice"}}]';
    expect(answersText(handedIn.answers)).toBe(text);
    expect(makeReceipt(handedIn)).toMatchObject({
      answered: 2,
      items: 3,
      how: 'submitted',
      sha256: createHash('sha256').update(text).digest('hex'),
    });
  });

  it('is what the wire allows, with a number that can be read out', () => {
    const made = makeReceipt(handedIn);
    expect(receipt.parse(made)).toEqual(made);
    expect(made.number).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it('does not depend on the order of the answers, nor of a selection', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const turned = [...answers].reverse().map(({ itemId, response }) => ({
          itemId,
          response:
            response.type === 'multiple_choice'
              ? { ...response, selected: [...response.selected].reverse() }
              : response,
        }));
        expect(makeReceipt({ ...handedIn, answers: turned })).toEqual(makeReceipt({ ...handedIn, answers }));
      }),
    );
  });

  it('has another hash and number when one answer is another', () => {
    fc.assert(
      fc.property(anyAnswers, fc.uuid(), (answers, itemId) => {
        fc.pre(!answers.some((answer) => answer.itemId === itemId));
        const more = [...answers, { itemId, response: { type: 'text_entry', text: 'x' } as const }];
        const one = makeReceipt({ ...handedIn, answers });
        const other = makeReceipt({ ...handedIn, answers: more });
        expect(other.sha256).not.toBe(one.sha256);
        expect(other.number).not.toBe(one.number);
      }),
    );
  });
});
