import { z } from 'zod';

export const languages = ['kk', 'ru', 'en'] as const;
export const language = z.enum(languages);
export type Language = z.infer<typeof language>;

/** A text of an institution's own in all three languages, such as the name of a discipline. */
export const localized = z.strictObject({
  kk: z.string().trim().min(1).max(500),
  ru: z.string().trim().min(1).max(500),
  en: z.string().trim().min(1).max(500),
});
export type Localized = z.infer<typeof localized>;

export const id = z.uuid();
/** A moment in UTC, ISO 8601. */
export const moment = z.iso.datetime({ offset: true });

export const empty = z.strictObject({});
export const idParams = z.strictObject({ id });

export const pageQuery = z.strictObject({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
});

export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.strictObject({
    rows: z.array(row),
    total: z.number().int(),
    page: z.number().int(),
    pageSize: z.number().int(),
  });
}
export interface Page<Row> {
  rows: Row[];
  total: number;
  page: number;
  pageSize: number;
}
