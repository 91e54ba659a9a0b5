import { csvOf } from './csv';

interface Row {
  name: string;
  points: number | null;
}
const columns = [
  { label: 'Аты', value: (row: Row) => row.name },
  { label: 'Балл', value: (row: Row) => row.points },
  { label: 'Әрекеттер' },
];

describe('a table as CSV', () => {
  it('begins with a mark for spreadsheets and leaves out columns without a value', () => {
    expect(csvOf([{ name: 'Әлия', points: 7.5 }], columns)).toBe('\uFEFFАты,Балл\r\nӘлия,7.5\r\n');
  });

  it('quotes what would break a line or a cell', () => {
    expect(csvOf([{ name: 'a "b", c\nd', points: null }], columns)).toContain('"a ""b"", c\nd",\r\n');
  });

  it('lets no cell become a formula', () => {
    expect(csvOf([{ name: '=HYPERLINK("x")', points: -1 }], columns)).toContain(`"'=HYPERLINK(""x"")",-1`);
  });
});
