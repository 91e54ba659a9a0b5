import type { z } from 'zod';

/** Whether answers are held against their schemas: set in development, where the console is read. */
export const contractChecks = { on: false };

/** Tells of a payload out of its contract; the page goes on all the same. */
export function checkContract(what: string, schema: z.ZodType | undefined, payload: unknown): void {
  if (!contractChecks.on || schema === undefined) return;
  const parsed = schema.safeParse(payload);
  // eslint-disable-next-line no-console -- development only: one of our own programs broke the agreement.
  if (!parsed.success) console.error(`${what} is out of its contract`, parsed.error.issues);
}
