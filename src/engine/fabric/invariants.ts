import type { SnapshotReader, SnapshotWriter } from '../kernel/snapshot';
import { EventKind, JOB_STATES, JobState, PauseMode, pairFrom, pairOf, pairTo } from './events';
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
/** Job states, for tables of (shard, state). */
const STATES = JOB_STATES.length;
export type InvariantId = keyof typeof SENTENCES;
export const INVARIANT_IDS = Object.keys(SENTENCES) as InvariantId[];

/** Keeps the first breach of each law. Laws about a decision are judged where it is taken, the others by counting. */
export class Invariants {
  readonly states = new Map<InvariantId, InvariantState>();
  /** What `checkSums` adds up for each shard; kept, because it runs in every tick, and in one piece to clear at once. */
  private readonly sums: Float64Array;
  private readonly perShard: Record<
    'came' | 'cameValue' | 'there' | 'thereValue' | 'left' | 'leftValue' | 'onTheirWay',
    Float64Array
  >;
  private eventsAtRecount = 0;
  private seen = 0;
  private lastTick = 0;

  constructor(
    private readonly tables: FabricTables,
    private readonly yard: Yard,
  ) {
    const shards = tables.fleet.shards.length;
    this.sums = new Float64Array(7 * shards);
    const column = (i: number): Float64Array => this.sums.subarray(i * shards, (i + 1) * shards);
    this.perShard = {
      came: column(0),
      cameValue: column(1),
      there: column(2),
      thereValue: column(3),
      left: column(4),
      leftValue: column(5),
      onTheirWay: column(6),
    };
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

  /** Every job column counted again: jobs and value by state, nodes, attempts. O(jobs). */
  recount(tick: number): void {
    const { jobs, jobSet, fleet, accounts, usedSlots, plan } = this.tables;
    const { ledger } = accounts;
    this.eventsAtRecount = this.tables.log.length;
    const shards = fleet.shards.length;
    const counted = new Float64Array(shards * STATES);
    const valued = new Float64Array(shards * STATES);
    const runningOn = new Int32Array(fleet.nodes.length);
    const completedOn = new Int32Array(fleet.nodes.length);
    let worstAttempts = 0;
    for (let j = 0; j < jobs.count; j++) {
      const state = jobs.state[j];
      counted[jobs.shard[j] * STATES + state]++;
      valued[jobs.shard[j] * STATES + state] += jobSet.valueOf(j);
      if (state === JobState.running) runningOn[jobs.place[j]]++;
      else if (state === JobState.completed) completedOn[jobs.place[j]]++;
      if (jobs.attempts[j] > worstAttempts) worstAttempts = jobs.attempts[j];
    }
    const bookedUnits = new Float64Array(shards * STATES);
    const bookedValue = new Float64Array(shards * STATES);
    const book = (shard: number, state: JobState, account: number): void => {
      bookedUnits[shard * STATES + state] += ledger.units(account);
      bookedValue[shard * STATES + state] += ledger.value(account);
    };
    for (let s = 0; s < shards; s++) {
      book(s, JobState.scheduled, accounts.scheduled[s]);
      book(s, JobState.queued, accounts.queued[s]);
      book(s, JobState.failed, accounts.failed[s]);
      book(s, JobState.cancelled, accounts.cancelled[s]);
    }
    for (const pair of accounts.pairs()) book(pairTo(pair), JobState.transit, accounts.transit(pair));
    let running = 0;
    let seated = 0;
    for (let n = 0; n < fleet.nodes.length; n++) {
      const { region, slots } = fleet.nodes[n];
      book(region, JobState.running, accounts.running[n]);
      book(region, JobState.completed, accounts.completed[n]);
      this.judge('node.match', runningOn[n], ledger.units(accounts.running[n]), tick);
      this.judge('node.match', completedOn[n], ledger.units(accounts.completed[n]), tick);
      this.judge('node.match', runningOn[n], usedSlots[n], tick);
      this.judge('slots.respected', Math.max(0, runningOn[n] - slots), 0, tick);
      running += runningOn[n];
    }
    for (let i = 0; i < counted.length; i++) {
      this.judge('jobs.conserved', counted[i], bookedUnits[i], tick);
      this.judge('value.conserved', valued[i], bookedValue[i], tick);
    }
    for (let s = 0; s < shards; s++) {
      this.judge('jobs.conserved', counted[s * STATES + JobState.queued], this.yard.queueLength[s], tick);
      this.judge('flows.match', counted[s * STATES + JobState.transit], this.yard.inbound[s], tick);
      seated += counted[s * STATES + JobState.running];
    }
    this.judge('node.match', running, seated, tick);
    this.judge('attempts.bounded', worstAttempts, Math.min(worstAttempts, plan.fabric.maxAttempts), tick);
    this.checkSums(tick);
  }

  /** The sums of the accounts, shard by shard and then for the fabric, whose numbers are the ones to show. */
  private checkSums(tick: number): void {
    const { accounts, fleet, jobs } = this.tables;
    const { ledger } = accounts;
    const shards = fleet.shards.length;
    /** Per shard: what came (submitted, arrived, or cancelled on its way there), what is there, and what left. */
    const { came, cameValue, there, thereValue, left, leftValue, onTheirWay } = this.perShard;
    this.sums.fill(0);
    const find = (shard: number, account: number): void => {
      there[shard] += ledger.units(account);
      thereValue[shard] += ledger.value(account);
    };
    let scheduled = 0;
    let scheduledValue = 0;
    let submitted = 0;
    let submittedValue = 0;
    for (let s = 0; s < shards; s++) {
      scheduled += ledger.units(accounts.scheduled[s]);
      scheduledValue += ledger.value(accounts.scheduled[s]);
      came[s] = ledger.unitsPaid(accounts.scheduled[s]);
      cameValue[s] = ledger.valuePaid(accounts.scheduled[s]);
      submitted += came[s];
      submittedValue += cameValue[s];
      find(s, accounts.queued[s]);
      find(s, accounts.failed[s]);
      find(s, accounts.cancelled[s]);
    }
    let received = 0;
    for (let n = 0; n < fleet.nodes.length; n++) {
      find(fleet.nodes[n].region, accounts.running[n]);
      find(fleet.nodes[n].region, accounts.completed[n]);
      received += ledger.valueReceived(accounts.nodeIncome[n]);
    }
    let inTransit = 0;
    let transitValue = 0;
    for (const pair of accounts.pairs()) {
      const account = accounts.transit(pair);
      left[pairFrom(pair)] += ledger.unitsReceived(account);
      leftValue[pairFrom(pair)] += ledger.valueReceived(account);
      came[pairTo(pair)] += ledger.unitsPaid(account);
      cameValue[pairTo(pair)] += ledger.valuePaid(account);
      onTheirWay[pairTo(pair)] += ledger.units(account);
      inTransit += ledger.units(account);
      transitValue += ledger.value(account);
    }
    let found = inTransit;
    let foundValue = transitValue;
    let inbound = 0;
    for (let s = 0; s < shards; s++) {
      this.judge('jobs.conserved', came[s], there[s] + left[s], tick);
      this.judge('value.conserved', cameValue[s], thereValue[s] + leftValue[s], tick);
      this.judge('flows.match', onTheirWay[s], this.yard.inbound[s], tick);
      found += there[s];
      foundValue += thereValue[s];
      inbound += this.yard.inbound[s];
    }
    let paid = 0;
    for (const payer of accounts.payer) paid += ledger.valuePaid(payer);
    this.judge('jobs.conserved', scheduled + submitted, jobs.count, tick);
    this.judge('jobs.conserved', submitted, found, tick);
    this.judge('value.conserved', scheduledValue + submittedValue, this.planValue(), tick);
    this.judge('value.conserved', submittedValue, foundValue, tick);
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
