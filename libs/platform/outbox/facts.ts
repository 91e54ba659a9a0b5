/**
 * The facts that libraries publish, each with its payload. A library adds its own:
 * `declare module '@aigaq/platform' { interface Facts { 'decision.reached': { sittingId: string } } }`
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by declaration merging
export interface Facts {}

export type FactName = Extract<keyof Facts, string>;
