import { textsIn, type TextKey, type TextParams } from '@aigaq/texts';

const pollMs = 100;

/** Looks until `look` gives something other than null, undefined or false, and answers it. */
export async function until<Value>(
  what: string,
  look: () => Promise<Value | null | undefined | false>,
  limitMs = 30_000,
): Promise<Value> {
  const end = Date.now() + limitMs;
  let problem = '';
  while (Date.now() < end) {
    try {
      const found = await look();
      if (found !== null && found !== undefined && found !== false) return found;
    } catch (error) {
      problem = `: ${String(error)}`;
    }
    await new Promise((done) => setTimeout(done, pollMs));
  }
  throw new Error(`After ${limitMs / 1000} s still not true: ${what}${problem}`);
}

/** Time that passes in the story itself: how long somebody is away or a line is down. Never a wait for the program. */
export function scenarioTime(milliseconds: number): Promise<void> {
  return new Promise((over) => setTimeout(over, milliseconds));
}

/** The catalogue's words as a pattern; a parameter given as null may be anything. */
export function wordsLike(key: TextKey, params: Record<string, string | number | null> = {}): RegExp {
  const anything = '\u{e000}';
  const filled: TextParams = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, value ?? anything]),
  );
  const escaped = textsIn('kk')(key, filled).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(escaped.replaceAll(anything, '.+'));
}
