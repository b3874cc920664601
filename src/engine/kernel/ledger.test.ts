import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Ledger } from './ledger';
import { SnapshotReader, SnapshotWriter } from './snapshot';

const ACCOUNTS = 40;
const account = fc.nat(ACCOUNTS - 1);
const transfer = fc.record({
  from: account,
  to: account,
  units: fc.nat(1000),
  value: fc.integer({ min: 0, max: 2 ** 40 }),
});
const transfers = fc.array(transfer, { maxLength: 200 });

function opened(): Ledger {
  const ledger = new Ledger();
  for (let a = 0; a < ACCOUNTS; a++) ledger.open(`account ${a}`);
  return ledger;
}
const indices = Array.from({ length: ACCOUNTS }, (_, a) => a);

describe('Ledger', () => {
  it('conserves units and value, and keeps in and out apart', () => {
    fc.assert(
      fc.property(transfers, (list) => {
        const ledger = opened();
        for (const t of list) ledger.transfer(t.from, t.to, t.units, t.value);
        expect(indices.reduce((sum, a) => sum + ledger.units(a), 0)).toBe(0);
        expect(indices.reduce((sum, a) => sum + ledger.value(a), 0)).toBe(0);
        for (const a of indices) {
          const sum = (pick: (t: (typeof list)[number]) => number) => list.reduce((s, t) => s + pick(t), 0);
          expect(ledger.unitsReceived(a)).toBe(sum((t) => (t.to === a ? t.units : 0)));
          expect(ledger.unitsPaid(a)).toBe(sum((t) => (t.from === a ? t.units : 0)));
          expect(ledger.valueReceived(a)).toBe(sum((t) => (t.to === a ? t.value : 0)));
          expect(ledger.valuePaid(a)).toBe(sum((t) => (t.from === a ? t.value : 0)));
        }
      }),
    );
  });

  it('is exact up to the largest sum a plan may hold', () => {
    const ledger = opened();
    ledger.transfer(0, 1, 1, Number.MAX_SAFE_INTEGER - 1);
    ledger.transfer(0, 1, 1, 1);
    expect(ledger.value(1)).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('comes back from a snapshot, also into fewer accounts opened in the same order', () => {
    fc.assert(
      fc.property(transfers, fc.nat(ACCOUNTS), (list, already) => {
        const ledger = opened();
        for (const t of list) ledger.transfer(t.from, t.to, t.units, t.value);
        const writer = new SnapshotWriter();
        ledger.write(writer);
        const restored = new Ledger();
        for (let a = 0; a < already; a++) restored.open(`account ${a}`);
        restored.read(new SnapshotReader(writer.finish()));
        expect(restored.accounts).toBe(ACCOUNTS);
        for (const a of indices) {
          expect(restored.nameOf(a)).toBe(ledger.nameOf(a));
          expect(restored.units(a)).toBe(ledger.units(a));
          expect(restored.valuePaid(a)).toBe(ledger.valuePaid(a));
        }
      }),
    );
  });

  it('refuses the snapshot of other accounts', () => {
    const writer = new SnapshotWriter();
    opened().write(writer);
    const other = new Ledger();
    other.open('something else');
    expect(() => other.read(new SnapshotReader(writer.finish()))).toThrow('own accounts');
  });
});
