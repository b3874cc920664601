import type { Cell, Column, EntityRef, RunDescription } from '../../report';
import { shardColour } from '../answer';
import { cellText } from './cellText';

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

interface CellProps {
  column: Column;
  cell: Cell;
  description: RunDescription;
  onOpen(ref: EntityRef): void;
}

/** One cell, by the kind of its column. Text is only ever text. */
export function TableCell({ column, cell, description, onOpen }: CellProps) {
  const { shards, currencies } = description;
  if (cell === null || cell === '') return <span className="cell-none">–</span>;
  if (typeof cell === 'number') return cellText(column, cell, currencies);
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
