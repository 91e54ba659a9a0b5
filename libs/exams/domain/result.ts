import type { ResultView, RuleSetValues } from '@aigaq/contracts';

/** Points are counted in ten-thousandths, so that halves of a per cent are exact. */
const parts = 10_000;

/** Whole per cent of the maximum, halves up: 49.5 % is 50. Without any points to be had: 0. */
export function percentOf(points: number, maximum: number): number {
  const given = Math.round(points * parts);
  const most = Math.round(maximum * parts);
  return most === 0 ? 0 : Math.floor((200 * given + most) / (2 * most));
}

/** What the marks come to by the scale of the event's rule set. */
export function resultOf(
  points: readonly number[],
  maximum: number,
  rules: Pick<RuleSetValues, 'scale' | 'passPercent'>,
): ResultView {
  const sum = Math.round(points.reduce((total, one) => total + one, 0) * parts) / parts;
  const percent = percentOf(sum, maximum);
  const step = [...rules.scale].sort((a, b) => b.from - a.from).find(({ from }) => percent >= from);
  return { points: sum, maximum, percent, letter: step?.letter ?? '', passed: percent >= rules.passPercent };
}
