/** A broken promise of the engine: never the fault of a plan. */
export class EngineFault extends Error {
  override readonly name = 'EngineFault';
}

/** Throws `EngineFault` when `holds` is false. */
export function assert(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new EngineFault(sentence);
}
