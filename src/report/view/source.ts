import { type Engine, type FabricTables, RUN_STATUSES, type RunCommand, type Series } from '../../engine';
import type { Plan } from '../../plan';
import { liveProof } from './live-proof';
import type { InvariantResult, Proof, RunStatusWord } from './types';

/**
 * What a view asks: the facts of a run, wherever they came from. Tables are facts that only events change,
 * so those of a running engine and those rebuilt from a report's events answer alike.
 * Everything is read anew at each question; a live source moves on between two of them.
 */
export interface RunSource {
  readonly kind: 'live' | 'report';
  /** Where the run came from, in words. */
  readonly note: string;
  readonly tool: string;
  readonly label: string;
  readonly plan: Plan;
  readonly commands: readonly RunCommand[];
  readonly tables: FabricTables;
  readonly series: Series;
  /** Last tick done, -1 before the first. */
  readonly tick: number;
  readonly status: RunStatusWord;
  readonly invariants: readonly InvariantResult[];
  /** Ticks run in the last second of wall time. */
  readonly ticksPerSecond: number;
  proof(): Proof;
}

export interface LiveOptions {
  note?: string;
  /** Name of the report folder, when it is not the plan's. */
  label?: string;
  ticksPerSecond?: () => number;
  /** Whether the engine threw; it then stays failed. */
  failed?: () => boolean;
}

/** A running or ended engine as a source; `engine` may be advanced between questions. */
export function liveSource(engine: Engine, options: LiveOptions = {}): RunSource {
  return {
    kind: 'live',
    note: options.note ?? 'running in this page',
    tool: 'orrery',
    label: options.label ?? engine.plan.label,
    plan: engine.plan,
    commands: engine.commands,
    tables: engine.tables,
    series: engine.series,
    get tick() {
      return engine.tick;
    },
    get status(): RunStatusWord {
      if (options.failed?.()) return 'failed';
      return engine.tick < 0 ? 'ready' : RUN_STATUSES[engine.tables.status];
    },
    get invariants() {
      return engineInvariants(engine);
    },
    get ticksPerSecond() {
      return options.ticksPerSecond?.() ?? 0;
    },
    proof: () => liveProof(engineInvariants(engine), engine.tables),
  };
}

/** The laws of an engine as a view and a report tell them. */
export function engineInvariants(engine: Engine): InvariantResult[] {
  return [...engine.invariants.states.values()].map((state) => ({
    id: state.id,
    sentence: state.sentence,
    holds: state.breachTick === null,
    left: state.left,
    right: state.right,
    tick: state.breachTick,
  }));
}
