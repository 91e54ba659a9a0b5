import { createHash } from 'node:crypto';

import type { Receipt, Response } from '@aigaq/contracts';
import { isAnswered } from '@aigaq/items';

import { canonicalJson, type Json } from './canonical-json';

export interface AnswerOfReceipt {
  readonly itemId: string;
  readonly response: Response;
}

/** Crockford's base 32: without letters that are taken for digits. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * What is hashed: `[{ itemId, response }, …]` in the order of the items' ids, a selection in the order of its options'
 * ids, as canonical JSON in UTF-8. An item that was left empty is not in it.
 */
export function answersText(answers: readonly AnswerOfReceipt[]): string {
  const given = answers
    .filter(({ response }) => isAnswered(response))
    .sort((one, other) => (one.itemId < other.itemId ? -1 : 1));
  return canonicalJson(given.map(({ itemId, response }) => ({ itemId, response: plain(response) })));
}

function plain(response: Response): Json {
  return response.type === 'multiple_choice'
    ? { type: response.type, selected: [...new Set(response.selected)].sort() }
    : { ...response };
}

/** The receipt for what was handed in; its number comes of its content, so that a changed one betrays itself. */
export function makeReceipt(handedIn: {
  sittingId: string;
  submittedAt: Date;
  how: Receipt['how'];
  /** Items of the form. */
  items: number;
  answers: readonly AnswerOfReceipt[];
}): Receipt {
  const { sittingId, how, items, answers } = handedIn;
  const submittedAt = handedIn.submittedAt.toISOString();
  const sha256 = createHash('sha256').update(answersText(answers)).digest('hex');
  const answered = answers.filter(({ response }) => isAnswered(response)).length;
  const content = { sittingId, submittedAt, how, items, answered, sha256 };
  return { number: numberOf(canonicalJson(content)), submittedAt, answered, items, sha256, how };
}

/** Forty bits of a hash, to be read out over the telephone, such as `7K3Q-19FD`. */
function numberOf(content: string): string {
  let bits = createHash('sha256').update(content).digest().readUIntBE(0, 5);
  let number = '';
  for (let place = 0; place < 8; place += 1) {
    number = (digits[bits % 32] ?? '') + number;
    bits = Math.floor(bits / 32);
  }
  return `${number.slice(0, 4)}-${number.slice(4)}`;
}
