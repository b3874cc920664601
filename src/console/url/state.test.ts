import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TABS } from '../../report';
import { readUrl, TAB_ORDER, type UrlState, writeUrl } from './state';

const text = fc.string({ minLength: 1, unit: 'binary' }).filter((s) => s.isWellFormed());
const subject: fc.Arbitrary<UrlState> = fc.record({
  screen: fc.constant('subject' as const),
  kind: fc.constantFrom('run' as const, 'report' as const),
  id: text,
  tab: fc.constantFrom(...TAB_ORDER),
  filters: fc.dictionary(text, text, { noNullPrototype: true }),
  open: fc.option(
    fc.record({ kind: fc.constantFrom('job' as const, 'node' as const, 'shard' as const), id: text }),
    { nil: null },
  ),
});
const screen: fc.Arbitrary<UrlState> = fc.record({
  screen: fc.constantFrom('missions' as const, 'reports' as const, 'guide' as const, 'run' as const),
});

test('what is written is read back, whatever the ids and filters hold', () => {
  fc.assert(
    fc.property(fc.oneof(subject, screen), (state) => {
      expect(readUrl(writeUrl(state))).toEqual(state);
    }),
  );
});

test('a hash from a stranger never throws and always shows something', () => {
  fc.assert(
    fc.property(fc.string(), (hash) => {
      expect(readUrl(`#${hash}`).screen).toBeTruthy();
    }),
  );
  expect(readUrl('')).toEqual({ screen: 'missions' });
  expect(readUrl('#/9/run/x/jobs')).toEqual({ screen: 'missions' });
  expect(readUrl('#/1/run/%E0%A4%A/jobs')).toEqual({ screen: 'run' });
});

test('a link reads like what it shows', () => {
  expect(
    writeUrl({
      screen: 'subject',
      kind: 'run',
      id: 'r1',
      tab: 'jobs',
      filters: { state: 'failed' },
      open: { kind: 'job', id: 'mars-0007' },
    }),
  ).toBe('#/1/run/r1/jobs?state=failed&_open=job%3Amars-0007');
});

test('the tabs are the ones the seam names', () => expect(TAB_ORDER).toEqual(TABS));
