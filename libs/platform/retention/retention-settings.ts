import { z } from 'zod';

const days = z.coerce.number().int().min(1).max(36_500);

/** How long the installation keeps what belongs to no event; what belongs to one is kept by the event's rule set. */
export const retentionSettings = {
  RETENTION_ACCESS_DAYS: days.default(365),
  RETENTION_MAIL_DAYS: days.default(90),
  RETENTION_ROSTER_IMPORT_DAYS: days.default(30),
};

export interface RetentionTerms {
  /** Who signed in, and who opened which document. */
  readonly accessDays: number;
  readonly mailDays: number;
  readonly rosterImportDays: number;
}

/** Token of the terms. */
export const RETENTION_TERMS = Symbol('RETENTION_TERMS');

export function retentionTerms(settings: z.output<z.ZodObject<typeof retentionSettings>>): RetentionTerms {
  return {
    accessDays: settings.RETENTION_ACCESS_DAYS,
    mailDays: settings.RETENTION_MAIL_DAYS,
    rosterImportDays: settings.RETENTION_ROSTER_IMPORT_DAYS,
  };
}
