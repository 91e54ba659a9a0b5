/** The number of a document within an institution and a year, such as `PR-2026-000042`. */
export function documentNumber(kind: 'protocol', year: number, count: number): string {
  const prefix = { protocol: 'PR' }[kind];
  return `${prefix}-${year}-${String(count).padStart(6, '0')}`;
}
