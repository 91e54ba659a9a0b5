import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';

import { failure, success } from '@aigaq/kernel';
import type { Outcome, Problem } from '@aigaq/contracts';

import { decodeText, startsWith } from '../domain/roster/decode-text';
import type { TableLine } from '../domain/roster/read-lines';
import { sniffDelimiter } from '../domain/roster/sniff-delimiter';
import { unpackedSize } from './unpacked-size';

export const linesAtMost = 5000;
/** A sheet of so many lines unpacks to a few megabytes; a hundred are no roster. */
const unpackedBytesAtMost = 100 * 1024 * 1024;

const zip = [0x50, 0x4b, 0x03, 0x04];

/**
 * Reads the table of a CSV or XLSX file. What a file is its first bytes say; a name that says something
 * else is refused with `file_not_what_it_says`.
 */
export async function readRosterFile(file: { bytes: Buffer; name: string }): Promise<Outcome<TableLine[]>> {
  if (file.bytes.length === 0) return refuse({ code: 'file_empty' });
  const read = startsWith(file.bytes, zip) ? await readWorkbook(file) : readText(file);
  if (!read.ok) return read;
  const lines = read.value.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (lines.length < 2) return refuse({ code: 'file_empty' });
  if (lines.length > linesAtMost + 1) return refuse({ code: 'too_long', params: { limit: linesAtMost } });
  return success(lines);
}

async function readWorkbook(file: { bytes: Buffer; name: string }): Promise<Outcome<TableLine[]>> {
  if (!/\.xlsx$/i.test(file.name)) return refuse({ code: 'file_not_what_it_says' });
  const size = unpackedSize(file.bytes);
  if (size === null) return refuse({ code: 'file_unreadable' });
  if (size > unpackedBytesAtMost) return refuse({ code: 'file_too_large', params: { limit: unpackedBytesAtMost } });
  try {
    const rows = await readSheet(file.bytes);
    return success(rows.map((row, index) => ({ line: index + 1, cells: row.map(textOf) })));
  } catch {
    // An archive that is no workbook, or a broken one: the library throws errors of many kinds.
    return refuse({ code: 'file_unreadable' });
  }
}

/** Telephone numbers come as numbers, and dates have no place in a roster. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' ? cell : JSON.stringify(cell);
}

function readText(file: { bytes: Buffer; name: string }): Outcome<TableLine[]> {
  if (!/\.(csv|txt|tsv)$/i.test(file.name)) return refuse({ code: 'file_not_what_it_says' });
  const text = decodeText(file.bytes);
  if (text === null) return refuse({ code: 'file_not_what_it_says' });
  try {
    const records = parse(text, {
      delimiter: sniffDelimiter(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      info: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return success(records.map(({ record, info }) => ({ line: info.lines, cells: record })));
  } catch (error) {
    const { lines } = error as { lines?: number };
    return refuse({ code: 'file_unreadable', ...(lines === undefined ? {} : { params: { line: lines } }) });
  }
}

function refuse(problem: Omit<Problem, 'field'>): Outcome<never> {
  return failure({ ...problem, field: 'file' });
}
