import { expect, test } from 'vitest';
import { MockRunView } from '../testing';
import { statementOf } from './statement';

test('the parts are added up here, so a ledger that lies is seen', async () => {
  const { totals } = await new MockRunView(120).ledger();
  const honest = statementOf(totals);
  expect(honest.addsUp).toBe(true);
  expect(honest.parts.map((p) => p.id)).toEqual([
    'queued',
    'transit',
    'running',
    'completed',
    'failed',
    'cancelled',
  ]);
  const lie = totals.map((t) => (t.id === 'completed' ? { ...t, jobs: t.jobs + 1 } : t));
  expect(statementOf(lie).addsUp).toBe(false);
  expect(statementOf(totals.filter((t) => t.id !== 'submitted')).addsUp).toBeNull();
});
