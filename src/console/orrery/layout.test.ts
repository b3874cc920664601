import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxesTouch, boxTouchesCircle } from './geometry';
import { layoutOrrery, type OrreryLayout, type OrreryShard } from './layout';
import { lookPlace } from './lookPlace';
import { ringScale } from './rings';

const FOUR: OrreryShard[] = [
  { name: 'Earth', latencyBudgetMs: 120, slots: 48, nodes: 2 },
  { name: 'Luna', latencyBudgetMs: 180, slots: 16, nodes: 2 },
  { name: 'Mars', latencyBudgetMs: 420, slots: 36, nodes: 2 },
  { name: 'Helios', latencyBudgetMs: 850, slots: 40, nodes: 2 },
];

function expectClear(layout: OrreryLayout): void {
  const { bodies, director, width, height } = layout;
  bodies.forEach((a, i) => {
    expect(a.x - a.extent).toBeGreaterThanOrEqual(-0.5);
    expect(a.y - a.extent).toBeGreaterThanOrEqual(-0.5);
    expect(a.x + a.extent).toBeLessThanOrEqual(width + 0.5);
    expect(a.y + a.extent).toBeLessThanOrEqual(height + 0.5);
    expect(Math.hypot(a.x - director.x, a.y - director.y)).toBeGreaterThanOrEqual(
      a.extent + director.r - 0.01,
    );
    for (const b of bodies.slice(i + 1)) {
      expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(a.extent + b.extent - 0.01);
    }
    if (a.label === null) return;
    const { box } = a.label;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.w).toBeLessThanOrEqual(width);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y + box.h).toBeLessThanOrEqual(height);
    bodies.forEach((b, j) => {
      if (j !== i) expect(boxTouchesCircle(box, { ...b, r: b.extent })).toBe(false);
      if (j > i && b.label !== null) expect(boxesTouch(box, b.label.box)).toBe(false);
    });
  });
}

const shard = fc.record({
  name: fc.string({ minLength: 1, maxLength: 30 }),
  latencyBudgetMs: fc.integer({ min: 0, max: 5000 }),
  slots: fc.integer({ min: 0, max: 4000 }),
  nodes: fc.integer({ min: 0, max: 60 }),
});
const sizes = fc.constantFrom([880, 626], [358, 420], [1100, 700], [620, 460]);

test('nothing overlaps and nothing leaves the picture, for 1 to 256 shards of any kind', () => {
  fc.assert(
    fc.property(fc.array(shard, { minLength: 1, maxLength: 256, size: 'max' }), sizes, (shards, [w, h]) => {
      expectClear(layoutOrrery(shards, w as number, h as number));
    }),
    { numRuns: 25 },
  );
}, 60_000);

test('256 shards with one and the same budget still find room', () => {
  const same = Array.from({ length: 256 }, (_, i) => ({
    name: `s${i}`,
    latencyBudgetMs: 100,
    slots: 10,
    nodes: 2,
  }));
  const layout = layoutOrrery(same, 880, 626);
  expectClear(layout);
  expect(Math.min(...layout.bodies.map((b) => b.ring))).toBeGreaterThan(3);
});

test('four shards are named, on their rings, and farther with a larger budget', () => {
  for (const [w, h] of [
    [880, 626],
    [358, 420],
    [620, 460],
  ] as const) {
    const layout = layoutOrrery(FOUR, w, h);
    expectClear(layout);
    expect(layout.bodies.every((b) => b.label !== null)).toBe(true);
    expect(layout.rings.map((r) => r.ms)).toEqual([120, 180, 420, 850]);
    const share = layout.bodies.map((b) =>
      Math.hypot((b.x - w / 2) / layout.orbit.rx, (b.y - h / 2) / layout.orbit.ry),
    );
    for (let i = 1; i < 4; i++) expect((share[i] as number) - (share[i - 1] as number)).toBeGreaterThan(0.08);
  }
});

test('the same shards give the same picture', () => {
  expect(layoutOrrery(FOUR, 880, 626)).toEqual(layoutOrrery(FOUR, 880, 626));
});

test('near and far budgets are both told apart', () => {
  const place = ringScale([100, 101, 102, 5000]);
  expect(place(101) - place(100)).toBeGreaterThan(0.15);
  expect(place(5000)).toBe(1);
});

test('what is told about a body never covers it and never leaves the picture', () => {
  const layout = layoutOrrery(FOUR, 880, 626);
  layout.bodies.forEach((body, i) => {
    const { left, top } = lookPlace(layout, i, 232, 180);
    expect(left >= 0 && top >= 0 && left + 232 <= 880 && top + 180 <= 626).toBe(true);
    expect(boxTouchesCircle({ x: left, y: top, w: 232, h: 180 }, { ...body, r: body.ring })).toBe(false);
  });
});
