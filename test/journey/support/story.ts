import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Person } from './person';

/**
 * The steps of one story as tests: each stands on the one before, so after one that failed the others fail at once
 * instead of waiting for what cannot come. What the people saw at that moment is kept as pictures. A check looks at what
 * has happened so far and moves nothing on: the story goes on after one that failed.
 */
export function story(people: () => readonly (Person | undefined)[]) {
  let broken: string | undefined;
  const tellIt = (name: string, tell: () => Promise<void>, limitMs: number, moves: boolean): void => {
    it(
      name,
      async () => {
        if (broken !== undefined) throw new Error(`The story ended at: ${broken}`);
        if (moves) broken = name;
        const late = new AbortController();
        const timer = setTimeout(() => late.abort(), limitMs - 5000);
        try {
          await Promise.race([tell(), rejected(late.signal)]);
          broken = undefined;
        } catch (error) {
          const folder = await picturesOf(people());
          if (error instanceof Error) error.message += `\nWhat people saw then: ${folder}`;
          throw error;
        } finally {
          clearTimeout(timer);
        }
      },
      limitMs,
    );
  };
  return {
    step: (name: string, tell: () => Promise<void>, limitMs: number) => tellIt(name, tell, limitMs, true),
    check: (name: string, look: () => Promise<void>, limitMs: number) => tellIt(name, look, limitMs, false),
  };
}

function rejected(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('This step took too long.')));
  });
}

async function picturesOf(people: readonly (Person | undefined)[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'aigaq-journey-'));
  await Promise.all(
    people
      .filter((person) => person !== undefined)
      .map(({ page, account }) =>
        page.screenshot({ path: join(folder, `${account.login}.png`), timeout: 4000 }).catch(() => undefined),
      ),
  );
  return folder;
}
