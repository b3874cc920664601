import { type Row, strain } from './aims';

const DIGITS: Record<Row['unit'], number> = {
  ms: 1,
  'us/job': 3,
  MB: 0,
  'B/job': 0,
  x: 2,
  jobs: 0,
  ticks: 0,
};

/** One line of text for a row, columns aligned to `width`. */
export function lineOf(row: Row, width: number): string {
  const number = (value: number): string => value.toFixed(DIGITS[row.unit]);
  const { aim } = row;
  const wanted =
    aim === undefined ? '' : `${aim.better === 'lower' ? 'at most' : 'at least'} ${number(aim.limit)}`;
  const past = strain(row);
  const verdict = past === null ? '' : past <= 1 ? 'pass' : `miss (${past.toFixed(2)} times the aim)`;
  const columns = [
    row.what.padEnd(width),
    `${number(row.value).padStart(10)} ${row.unit.padEnd(6)}`,
    `${row.runs} runs`,
    wanted.padEnd(14),
    verdict,
    row.note ?? '',
  ];
  return columns.join('  ').trimEnd();
}
