import type { Cell, Column, EntityRef, RunDescription } from '../../report';
import { shardColour } from '../answer';
import { whole } from '../format';

const TONES: Record<string, string> = {
  completed: 'good',
  online: 'good',
  yes: 'good',
  executed: 'good',
  running: 'neutral',
  failed: 'bad',
  offline: 'bad',
  no: 'bad',
  rejected: 'bad',
  cancelled: 'quiet',
  scheduled: 'quiet',
  queued: 'warn-quiet',
  transit: 'neutral',
};

/** A number as a table shows it: grouped, with the decimals it has (at most six). */
export function numberText(n: number): string {
  if (Number.isInteger(n)) return whole(n);
  const [units = '0', rest = ''] = Math.abs(n).toFixed(6).split('.');
  return `${n < 0 ? '-' : ''}${whole(Number(units))}.${rest.replace(/0+$/, '')}`;
}

interface CellProps {
  column: Column;
  cell: Cell;
  shards: RunDescription['shards'];
  onOpen(ref: EntityRef): void;
}

/** One cell, by the kind of its column. Text is only ever text. */
export function TableCell({ column, cell, shards, onOpen }: CellProps) {
  if (cell === null || cell === '') return <span className="cell-none">–</span>;
  if (typeof cell === 'number') return column.entity === undefined ? numberText(cell) : String(cell);
  if (column.kind === 'id' && column.entity !== undefined) {
    const entity = column.entity;
    return (
      <button
        type="button"
        className="cell-link"
        tabIndex={-1}
        title={cell}
        onClick={() => onOpen({ kind: entity, id: cell })}
      >
        {cell}
      </button>
    );
  }
  if (column.kind !== 'enum') return <span title={cell}>{cell}</span>;
  const shard = shards.findIndex((s) => s.displayName === cell || s.id === cell);
  if (shard >= 0) {
    return (
      <>
        <i className="cell-dot" style={{ background: shardColour(shard) }} />
        {shards[shard]?.displayName}
      </>
    );
  }
  const tone = TONES[cell];
  return (
    <>
      {tone !== undefined && <i className={`cell-dot ${tone}`} />}
      {cell}
    </>
  );
}
