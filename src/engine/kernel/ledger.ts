import { assert } from './assert';
import type { SnapshotReader, SnapshotWriter } from './snapshot';

/**
 * Double entry in integers. A transfer takes `units` and `value` from one account and puts them into
 * another, so the sum over all accounts never changes; a balance is what came in less what went out.
 * Value stays below 2^53 - 1 in sum (preflight), so a double holds it exactly.
 */
export class Ledger {
  private unitsIn = new Float64Array(16);
  private unitsOut = new Float64Array(16);
  private valueIn = new Float64Array(16);
  private valueOut = new Float64Array(16);
  private names: string[] = [];

  /** Opens an account and returns its number. */
  open(name: string): number {
    const account = this.names.push(name) - 1;
    if (account === this.unitsIn.length) {
      this.unitsIn = doubled(this.unitsIn);
      this.unitsOut = doubled(this.unitsOut);
      this.valueIn = doubled(this.valueIn);
      this.valueOut = doubled(this.valueOut);
    }
    return account;
  }

  transfer(from: number, to: number, units: number, value: number): void {
    this.unitsOut[from] += units;
    this.valueOut[from] += value;
    this.unitsIn[to] += units;
    this.valueIn[to] += value;
  }

  get accounts(): number {
    return this.names.length;
  }
  nameOf(account: number): string {
    return this.names[account];
  }
  units(account: number): number {
    return this.unitsIn[account] - this.unitsOut[account];
  }
  value(account: number): number {
    return this.valueIn[account] - this.valueOut[account];
  }
  /** Units that ever came in; with `unitsPaid`, the flow through an account. */
  unitsReceived(account: number): number {
    return this.unitsIn[account];
  }
  unitsPaid(account: number): number {
    return this.unitsOut[account];
  }
  valueReceived(account: number): number {
    return this.valueIn[account];
  }
  valuePaid(account: number): number {
    return this.valueOut[account];
  }

  write(writer: SnapshotWriter): void {
    const n = this.names.length;
    writer.json('ledger.names', this.names);
    writer.column('ledger.unitsIn', this.unitsIn.slice(0, n));
    writer.column('ledger.unitsOut', this.unitsOut.slice(0, n));
    writer.column('ledger.valueIn', this.valueIn.slice(0, n));
    writer.column('ledger.valueOut', this.valueOut.slice(0, n));
  }

  /** Accounts must have been opened in the same order before. */
  read(reader: SnapshotReader): void {
    const names = reader.json<string[]>('ledger.names');
    assert(
      names.length >= this.names.length && this.names.every((n, i) => n === names[i]),
      'a ledger is restored into its own accounts',
    );
    while (this.names.length < names.length) this.open(names[this.names.length]);
    this.unitsIn.set(reader.column('ledger.unitsIn', Float64Array));
    this.unitsOut.set(reader.column('ledger.unitsOut', Float64Array));
    this.valueIn.set(reader.column('ledger.valueIn', Float64Array));
    this.valueOut.set(reader.column('ledger.valueOut', Float64Array));
  }
}

function doubled(column: Float64Array): Float64Array<ArrayBuffer> {
  const grown = new Float64Array(column.length * 2);
  grown.set(column);
  return grown;
}
