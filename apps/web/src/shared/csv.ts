interface CsvColumn<Row> {
  label: string;
  value?: (row: Row) => string | number | null;
  csv?: (row: Row) => string | number | null;
}

/**
 * Rows as CSV (RFC 4180) with a byte order mark, which spreadsheets need to see Kazakh letters. A cell that a
 * spreadsheet would take for a formula is quoted with an apostrophe.
 */
export function csvOf<Row>(rows: readonly Row[], columns: readonly CsvColumn<Row>[]): string {
  const exported = columns.filter((column) => column.csv ?? column.value);
  const lines = rows.map((row) => exported.map((column) => cell((column.csv ?? column.value)?.(row) ?? '')));
  return `\uFEFF${[exported.map((column) => cell(column.label)), ...lines].map((line) => line.join(',')).join('\r\n')}\r\n`;
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Gives a text or a file to the person, as a download. */
export function download(name: string, content: string | Blob): void {
  const blob = typeof content === 'string' ? new Blob([content], { type: 'text/csv;charset=utf-8' }) : content;
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
