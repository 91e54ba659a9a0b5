/**
 * The table for people.
 * @param {{ name: string, machine: { cpu: string, cores: number, node: string }, seconds: number,
 *   figures: import('./bench.mjs').Figure[] }} outcome
 * @returns {string}
 */
export function report({ name, machine, seconds, figures }) {
  const rows = [['figure', 'value', 'goal', '', 'compared with']];
  for (const { name: figure, value, unit, goal, met, baseline } of figures) {
    const compared = baseline === undefined ? '' : `${baseline.name}: ${baseline.value} ${unit} (× ${baseline.ratio})`;
    rows.push([figure, `${value} ${unit}`, goal ?? '', met === undefined ? '' : met ? '✓' : '✗', compared]);
  }
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const machineLine = `${machine.cpu}, ${machine.cores} cores, Node ${machine.node}, ${seconds} s`;
  return `${[`bench ${name}`, machineLine, '', ...lines].join('\n')}\n`;
}

/**
 * The middle one of the runs.
 * @param {number[]} values
 */
export function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/**
 * To three significant digits: what a measurement of three runs can say.
 * @param {number} value
 */
export const rounded = (value) => Number(value.toPrecision(3));
