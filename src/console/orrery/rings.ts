/**
 * Where latency budgets lie between the innermost (0) and the outermost ring (1).
 * Half logarithm, half rank: 120, 180, 420 and 850 ms come out well apart, and so do 100, 101 and 102 ms.
 * Returns a function of a budget that was given.
 */
export function ringScale(budgetsMs: readonly number[]): (budgetMs: number) => number {
  const distinct = [...new Set(budgetsMs)].sort((a, b) => a - b);
  const first = Math.log(1 + (distinct[0] ?? 0));
  const span = Math.log(1 + (distinct[distinct.length - 1] ?? 0)) - first;
  const rank = new Map(distinct.map((b, i) => [b, i]));
  return (budgetMs) => {
    if (distinct.length < 2) return 0.6;
    const byLog = (Math.log(1 + budgetMs) - first) / span;
    const byRank = (rank.get(budgetMs) ?? 0) / (distinct.length - 1);
    return (byLog + byRank) / 2;
  };
}

const RINGS_SHOWN = 5;

/** The budgets that get a line and a number: all of them, or five spread evenly from first to last. */
export function ringsShown(budgetsMs: readonly number[]): number[] {
  const distinct = [...new Set(budgetsMs)].sort((a, b) => a - b);
  if (distinct.length <= RINGS_SHOWN) return distinct;
  return Array.from(
    { length: RINGS_SHOWN },
    (_, i) => distinct[Math.round((i * (distinct.length - 1)) / (RINGS_SHOWN - 1))] as number,
  );
}
