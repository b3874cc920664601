import { expect, test, vi } from 'vitest';
import { MockRunView, MockSession } from '../testing';
import { pause, play, step } from './moving';
import { openSubject } from './subject';

async function flying() {
  const session = new MockSession(10);
  return { session, subject: await openSubject({ id: 'r', kind: 'run', view: session.view, session }) };
}

test('a subject knows how it stands as soon as it is open', async () => {
  const { subject } = await flying();
  const { frame, overview, commands, playing } = subject.live.getState();
  expect([frame?.tick, overview?.tick, playing]).toEqual([10, 10, null]);
  expect(commands?.rows.length).toBeGreaterThan(0);
  await subject.dispose();
});

test('frames move it, and the end of the run is the end of playing', async () => {
  vi.useFakeTimers();
  const { session, subject } = await flying();
  await play(subject, { kind: 'rehearse' });
  expect(subject.live.getState().playing).toEqual({ kind: 'rehearse' });
  await vi.advanceTimersByTimeAsync(5000);
  const { frame, playing } = subject.live.getState();
  expect(frame?.status).toBe('completed');
  expect(playing).toBeNull();
  // What has ended cannot be played again.
  await play(subject, { kind: 'rehearse' });
  expect(subject.live.getState().playing).toBeNull();
  expect(session.view.tick).toBe(frame?.tick);
  await subject.dispose();
  vi.useRealTimers();
});

test('a step moves one tick and stands', async () => {
  const { subject } = await flying();
  await step(subject);
  expect(subject.live.getState().frame?.tick).toBe(11);
  await pause(subject);
  expect(subject.live.getState().overview?.tick).toBe(11);
  await subject.dispose();
});

test('a dead engine stays dead and says why', async () => {
  const { session, subject } = await flying();
  const failure = { message: 'out of memory', tick: 12, lastEvents: ['job.assigned earth-0001'] };
  await play(subject, { kind: 'fly', ticksPerSecond: 10 });
  session.fail(failure);
  expect(subject.live.getState()).toMatchObject({ failure, playing: null });
  await play(subject, { kind: 'rehearse' });
  expect(subject.live.getState().playing).toBeNull();
  await subject.dispose();
});

test('a lever that throws is told in words, not thrown at the page', async () => {
  const { session, subject } = await flying();
  session.play = () => Promise.reject(new Error('the worker is gone'));
  await play(subject, { kind: 'rehearse' });
  expect(subject.live.getState()).toMatchObject({ trouble: 'the worker is gone', playing: null });
  await subject.dispose();
});

test('a report has one frame and no levers', async () => {
  const subject = await openSubject({ id: 'x', kind: 'report', view: new MockRunView(null), session: null });
  await play(subject, { kind: 'rehearse' });
  expect(subject.live.getState()).toMatchObject({ playing: null, failure: null });
  expect(subject.live.getState().frame?.status).toBe('completed');
  await subject.dispose();
});
