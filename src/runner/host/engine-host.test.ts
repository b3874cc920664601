import { expect, test } from 'vitest';
import { Engine, numbered } from '../../engine';
import type { Frame } from '../../report';
import type { Failure } from '../session';
import { digestNow, digestOf } from '../testing/hosts';
import { tinyMission } from '../testing/missions';
import { type Keeper, keepsNothing } from '../vault/keeper';
import { immediateClock } from './clock';
import { EngineHost, type HostOptions } from './engine-host';

const mission = tinyMission();
const host = (options: Partial<HostOptions> = {}): EngineHost =>
  new EngineHost({
    engine: new Engine(mission.plan, numbered(mission.commands)),
    clock: immediateClock(),
    keeper: keepsNothing,
    ...options,
  });

test('a rehearsal runs to the end, and shows it', async () => {
  const frames: Frame[] = [];
  const run = host({ onFrame: (frame) => frames.push(frame) });
  run.play({ kind: 'rehearse' });
  await run.finished();
  expect(run.engine.ended).toBe(true);
  expect(digestNow(run.engine)).toBe(digestOf(mission));
  expect(frames.at(-1)?.status).toBe('completed');
});

test('however it is moved, it is the same run', async () => {
  const run = host();
  await run.step(3);
  expect(run.engine.tick).toBe(2);
  await run.runTo(20);
  expect(run.engine.tick).toBe(20);
  run.play({ kind: 'fly', ticksPerSecond: 500 });
  await new Promise((done) => setTimeout(done, 60));
  await run.pause();
  const { tick } = run.engine;
  expect(tick).toBeGreaterThan(25);
  expect(run.engine.ended).toBe(false);
  await new Promise((done) => setTimeout(done, 30));
  expect(run.engine.tick).toBe(tick);
  run.play({ kind: 'rehearse' });
  await run.finished();
  expect(digestNow(run.engine)).toBe(digestOf(mission));
});

test('a flight keeps its pace by the clock, and a stalled page is not flooded when it wakes', async () => {
  let nowMs = 0;
  const clock = {
    ...immediateClock(),
    now: () => nowMs,
    sleep: () => new Promise<void>((d) => setImmediate(d)),
  };
  const run = host({ clock });
  run.play({ kind: 'fly', ticksPerSecond: 10 });
  const pass = async (ms: number) => {
    nowMs += ms;
    for (let i = 0; i < 20; i++) await clock.breathe();
  };
  await pass(0);
  expect(run.engine.tick).toBe(-1);
  for (let i = 0; i < 10; i++) await pass(100);
  expect(run.engine.tick).toBe(9);
  await pass(60_000);
  expect(run.engine.tick).toBeLessThanOrEqual(12);
  await run.pause();
});

test('a command is written down before it acts, and the run stands meanwhile', async () => {
  let tickWhenWritten = -2;
  let letWrite = () => {};
  const keeper: Keeper = {
    ...keepsNothing,
    command: () =>
      new Promise((done) => {
        tickWhenWritten = run.engine.tick;
        letWrite = done;
      }),
  };
  const run = host({ keeper });
  run.play({ kind: 'fly', ticksPerSecond: 1000 });
  await new Promise((done) => setTimeout(done, 20));
  const given = run.give({ type: 'system.pause', mode: 'drain' }, 'enough');
  await new Promise((done) => setTimeout(done, 20));
  expect(run.engine.tick).toBe(tickWhenWritten);
  expect(run.engine.commands).toHaveLength(mission.commands.length);
  letWrite();
  expect(await given).toMatchObject({
    tick: tickWhenWritten + 1,
    sequence: mission.commands.length,
    note: 'enough',
  });
  await run.runTo(tickWhenWritten + 1);
  expect(run.engine.tables.receipts[mission.commands.length]?.tick).toBe(tickWhenWritten + 1);
});

test('a command that cannot be written down does not act', async () => {
  const run = host({ keeper: { ...keepsNothing, command: () => Promise.reject(new Error('no room')) } });
  await run.step(5);
  await expect(run.give({ type: 'run.stop' })).rejects.toThrow('no room');
  expect(run.engine.commands).toHaveLength(mission.commands.length);
  await run.step(1);
  expect(run.engine.ended).toBe(false);
});

test('commands given at once keep their order', async () => {
  const run = host();
  await run.step(5);
  const given = await Promise.all([
    run.give({ type: 'system.pause', mode: 'drain' }),
    run.give({ type: 'system.resume' }),
    run.give({ type: 'run.stop' }),
  ]);
  const first = mission.commands.length;
  expect(given.map((c) => c.sequence)).toEqual([first, first + 1, first + 2]);
  await run.step(1);
  expect(run.engine.ended).toBe(true);
  await expect(run.give({ type: 'run.stop' })).rejects.toThrow('has ended');
});

test('an engine that throws stays failed and says why, but still answers what it was', async () => {
  const failures: Failure[] = [];
  const run = host({ onFailure: (failure) => failures.push(failure) });
  await run.runTo(30);
  run.engine.advanceBy = () => {
    throw new Error('a promise was broken');
  };
  run.play({ kind: 'rehearse' });
  await expect(run.finished()).rejects.toThrow('a promise was broken');
  expect(failures).toHaveLength(1);
  expect(failures[0]).toMatchObject({ message: 'a promise was broken', tick: 30 });
  expect(failures[0].lastEvents).toHaveLength(20);
  expect(failures[0].lastEvents.at(-1)).toContain('tick 30');
  expect(() => run.play({ kind: 'rehearse' })).toThrow('has failed');
  await expect(run.give({ type: 'run.stop' })).rejects.toThrow('has failed');
  expect((await run.view.frame()).status).toBe('failed');
});
