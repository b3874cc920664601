import type { SnapshotReader, SnapshotWriter } from '../kernel/snapshot';
import { EventKind, JobState, PauseMode, pairFrom, pairOf, pairTo } from './events';
import type { FabricTables } from './tables';
import type { Yard } from './yard';

/** A law of the fabric, the two numbers that must agree, and since when they do not. */
export interface InvariantState {
  id: string;
  sentence: string;
  left: number;
  right: number;
  /** Tick of the first breach; null while it holds. */
  breachTick: number | null;
  checks: number;
}

const SENTENCES = {
  'jobs.conserved': 'Every submitted job is queued, on its way, running, completed, failed or cancelled.',
  'value.conserved': 'The value of submitted jobs is found again in full, wherever they are.',
  'slots.respected': 'No node runs more jobs than it has slots.',
  'flows.match': 'What left one shard for another has arrived, is on its way, or was cancelled there.',
  'node.match': 'What nodes run adds up to what their shards run.',
  'attempts.bounded': 'No job lost more starts than the plan allows.',
  'eligibility.respected': 'No job ran on a node without its skills and compliance.',
  'budget.respected': 'No job was spilled over a link beyond the latency budget of its home.',
  'paused.quiet': 'A paused shard assigned nothing.',
  'ids.unique': 'No two jobs, shards or nodes share an id.',
  'cost.conserved': 'What was paid equals what the nodes were paid.',
  'time.monotone': 'The event log never goes back in time.',
  'log.matches': 'Replaying the event log alone gives the same totals.',
} as const;
export type InvariantId = keyof typeof SENTENCES;
export const INVARIANT_IDS = Object.keys(SENTENCES) as InvariantId[];

/** Keeps the first breach of each law. Laws about a decision are judged where it is taken, the others by counting. */
export class Invariants {
  readonly states = new Map<InvariantId, InvariantState>();
  private eventsAtRecount = 0;
  private seen = 0;
  private lastTick = 0;

  constructor(
    private readonly tables: FabricTables,
    private readonly yard: Yard,
  ) {
    for (const id of INVARIANT_IDS) {
      this.states.set(id, { id, sentence: SENTENCES[id], left: 0, right: 0, breachTick: null, checks: 0 });
    }
  }

  get broken(): InvariantState[] {
    return [...this.states.values()].filter((s) => s.breachTick !== null);
  }

  /** After each tick that logged something: the sums, O(shards + nodes + pairs), and the decisions of its events. */
  checkTick(tick: number): void {
    this.checkDecisions(tick);
    this.checkSums(tick);
    if (this.tables.log.length - this.eventsAtRecount >= this.tables.jobs.count) this.recount(tick);
  }

  /** Every job column counted again: jobs by state, values, nodes, attempts. O(jobs). */
  recount(tick: number): void {
    const { jobs, jobSet, fleet, accounts, usedSlots, plan } = this.tables;
    const { ledger } = accounts;
    this.eventsAtRecount = this.tables.log.length;
    const shards = fleet.shards.length;
    const counted = new Float64Array(shards * 7);
    const valued = new Float64Array(shards * 7);
    const onNode = new Int32Array(fleet.nodes.length);
    let worstAttempts = 0;
    for (let j = 0; j < jobs.count; j++) {
      const state = jobs.state[j];
      counted[jobs.shard[j] * 7 + state]++;
      valued[jobs.shard[j] * 7 + state] += jobSet.valueOf(j);
      if (state === JobState.running) onNode[jobs.place[j]]++;
      if (jobs.attempts[j] > worstAttempts) worstAttempts = jobs.attempts[j];
    }
    for (let s = 0; s < shards; s++) {
      this.judge('jobs.conserved', counted[s * 7 + JobState.queued], ledger.units(accounts.queued[s]), tick);
      this.judge('jobs.conserved', counted[s * 7 + JobState.failed], ledger.units(accounts.failed[s]), tick);
      this.judge(
        'jobs.conserved',
        counted[s * 7 + JobState.cancelled],
        ledger.units(accounts.cancelled[s]),
        tick,
      );
      this.judge('value.conserved', valued[s * 7 + JobState.queued], ledger.value(accounts.queued[s]), tick);
      this.judge('value.conserved', valued[s * 7 + JobState.failed], ledger.value(accounts.failed[s]), tick);
      this.judge('jobs.conserved', counted[s * 7 + JobState.queued], this.yard.queueLength[s], tick);
    }
    for (let n = 0; n < onNode.length; n++) {
      this.judge('node.match', onNode[n], ledger.units(accounts.running[n]), tick);
      this.judge('node.match', onNode[n], usedSlots[n], tick);
    }
    this.judge('attempts.bounded', worstAttempts, Math.min(worstAttempts, plan.fabric.maxAttempts), tick);
    this.checkSums(tick);
  }

  private checkSums(tick: number): void {
    const { accounts, fleet, jobs } = this.tables;
    const { ledger } = accounts;
    let scheduled = 0;
    let found = 0;
    let value = 0;
    let scheduledValue = 0;
    let submitted = 0;
    let submittedValue = 0;
    for (let s = 0; s < fleet.shards.length; s++) {
      scheduled += ledger.units(accounts.scheduled[s]);
      scheduledValue += ledger.value(accounts.scheduled[s]);
      submitted += ledger.unitsPaid(accounts.scheduled[s]);
      submittedValue += ledger.valuePaid(accounts.scheduled[s]);
      for (const account of [accounts.queued[s], accounts.failed[s], accounts.cancelled[s]]) {
        found += ledger.units(account);
        value += ledger.value(account);
      }
    }
    let paid = 0;
    for (const payer of accounts.payer) paid += ledger.valuePaid(payer);
    let received = 0;
    for (let n = 0; n < fleet.nodes.length; n++) {
      found += ledger.units(accounts.running[n]) + ledger.units(accounts.completed[n]);
      value += ledger.value(accounts.running[n]) + ledger.value(accounts.completed[n]);
      received += ledger.valueReceived(accounts.nodeIncome[n]);
    }
    let inTransit = 0;
    let inbound = 0;
    for (const pair of accounts.pairs()) {
      const account = accounts.transit(pair);
      inTransit += ledger.units(account);
      found += ledger.units(account);
      value += ledger.value(account);
    }
    for (const count of this.yard.inbound) inbound += count;
    this.judge('jobs.conserved', submitted, found, tick);
    this.judge('jobs.conserved', scheduled + submitted, jobs.count, tick);
    this.judge('value.conserved', submittedValue, value, tick);
    this.judge('value.conserved', scheduledValue + submittedValue, this.planValue(), tick);
    this.judge('flows.match', inTransit, inbound, tick);
    this.judge('cost.conserved', paid, received, tick);
  }

  private total = -1;
  private planValue(): number {
    if (this.total < 0) {
      this.total = 0;
      for (let j = 0; j < this.tables.jobs.count; j++) this.total += this.tables.jobSet.valueOf(j);
    }
    return this.total;
  }

  /** Judges what the events since the last call decided, in the state right after their tick. */
  private checkDecisions(tick: number): void {
    const { tables } = this;
    const { fleet, jobSet, usedSlots, log } = tables;
    let misplaced = 0;
    let overfull = 0;
    let disturbed = 0;
    let beyond = 0;
    let backwards = 0;
    log.scan(Math.max(this.seen, log.firstSeq), log.length, (_seq, at, kind, a, b) => {
      if (at < this.lastTick) backwards++;
      this.lastTick = at;
      if (kind === EventKind.jobAssigned) {
        const { region, slots } = fleet.nodes[b];
        if (!fleet.serves(b, jobSet.classOf(a))) misplaced++;
        if (usedSlots[b] > slots) overfull++;
        if (tables.pauseOf(region) !== PauseMode.none) disturbed++;
      } else if (kind === EventKind.jobSpilled) {
        const latencyMs = fleet.latencyBetween(pairFrom(b), pairTo(b));
        if (latencyMs < 0 || latencyMs > fleet.shards[jobSet.homeOf(a)].latencyBudgetMs) beyond++;
      }
    });
    this.seen = log.length;
    this.judge('eligibility.respected', misplaced, 0, tick);
    this.judge('slots.respected', overfull, 0, tick);
    this.judge('paused.quiet', disturbed, 0, tick);
    this.judge('budget.respected', beyond, 0, tick);
    this.judge('time.monotone', backwards, 0, tick);
  }

  /** At the end of a run: everything counted once more, from the columns and from the log alone. O(jobs + events). */
  finish(tick: number): void {
    this.recount(tick);
    const { tables } = this;
    const { log, jobSet, fleet, accounts } = tables;
    this.judge(
      'ids.unique',
      jobSet.distinctIds() +
        new Set(fleet.shards.map((s) => s.id)).size +
        new Set(fleet.nodes.map((n) => n.id)).size,
      tables.jobs.count + fleet.shards.length + fleet.nodes.length,
      tick,
    );
    if (log.firstSeq > 0) return;
    const units = new Float64Array(accounts.ledger.accounts);
    let paid = 0;
    const at = new Uint8Array(tables.jobs.count);
    log.scan(0, log.length, (_seq, _tick, kind, a, b, value) => {
      if (kind === EventKind.jobSubmitted) units[accounts.queued[b]]++;
      else if (kind === EventKind.jobAssigned) {
        units[accounts.queued[fleet.nodes[b].region]]--;
        units[accounts.running[b]]++;
      } else if (
        kind === EventKind.jobCompleted ||
        kind === EventKind.jobLost ||
        kind === EventKind.jobPreempted
      ) {
        units[accounts.running[b]]--;
        units[
          kind === EventKind.jobCompleted ? accounts.completed[b] : accounts.queued[fleet.nodes[b].region]
        ]++;
        paid += value;
      } else if (kind === EventKind.jobSpilled || kind === EventKind.jobRerouted) {
        units[accounts.queued[pairFrom(b)]]--;
        units[accounts.transit(b)]++;
        at[a] = pairFrom(b) + 1;
      } else if (kind === EventKind.jobArrived) {
        units[accounts.transit(b)]--;
        units[accounts.queued[pairTo(b)]]++;
        at[a] = 0;
      } else if (kind === EventKind.jobFailed) {
        units[accounts.queued[b]]--;
        units[accounts.failed[b]]++;
      } else if (kind === EventKind.jobCancelled) {
        units[at[a] === 0 ? accounts.queued[b] : accounts.transit(pairOf(at[a] - 1, b))]--;
        units[accounts.cancelled[b]]++;
      }
    });
    const { ledger } = accounts;
    const compare = (account: number): void =>
      this.judge('log.matches', units[account], ledger.units(account), tick);
    for (const list of [
      accounts.queued,
      accounts.failed,
      accounts.cancelled,
      accounts.running,
      accounts.completed,
    ])
      list.forEach(compare);
    for (const pair of accounts.pairs()) compare(accounts.transit(pair));
    let booked = 0;
    for (const payer of accounts.payer) booked += ledger.valuePaid(payer);
    this.judge('log.matches', paid, booked, tick);
  }

  private judge(id: InvariantId, left: number, right: number, tick: number): void {
    const state = this.states.get(id) as InvariantState;
    state.checks++;
    if (state.breachTick !== null) return;
    state.left = left;
    state.right = right;
    if (left !== right) state.breachTick = tick;
  }

  write(writer: SnapshotWriter): void {
    writer.json('invariants', {
      states: [...this.states.values()],
      eventsAtRecount: this.eventsAtRecount,
      seen: this.seen,
      lastTick: this.lastTick,
    });
  }
  read(reader: SnapshotReader): void {
    const saved = reader.json<{
      states: InvariantState[];
      eventsAtRecount: number;
      seen: number;
      lastTick: number;
    }>('invariants');
    for (const state of saved.states) this.states.set(state.id as InvariantId, state);
    this.eventsAtRecount = saved.eventsAtRecount;
    this.seen = saved.seen;
    this.lastTick = saved.lastTick;
  }
}
