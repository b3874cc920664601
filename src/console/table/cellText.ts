import type { Cell, Column, RunDescription } from '../../report';
import { whole } from '../format';

/** A number as a table shows it: grouped, with the decimals it has (at most six). */
export function numberText(n: number): string {
  if (Number.isInteger(n)) return whole(n);
  const [units = '0', rest = ''] = Math.abs(n).toFixed(6).split('.');
  return `${n < 0 ? '-' : ''}${whole(Number(units))}.${rest.replace(/0+$/, '')}`;
}

/** Money in whole currency with all its decimals, so that points stand under points. */
function moneyText(n: number, decimals: number): string {
  const [units = '0', rest] = Math.abs(n).toFixed(Math.min(decimals, 6)).split('.');
  return `${n < 0 ? '-' : ''}${whole(Number(units))}${rest === undefined ? '' : `.${rest}`}`;
}

/** What a cell shows, as text; empty when it is not known. */
export function cellText(column: Column, cell: Cell, currencies: RunDescription['currencies']): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (column.entity !== undefined) return String(cell);
  const currency = currencies.find((c) => c.id === column.unit);
  return currency === undefined ? numberText(cell) : moneyText(cell, currency.decimals);
}
