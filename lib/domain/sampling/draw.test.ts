import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawFrom, type FramedReport } from '#lib/domain/sampling/draw.ts';
import { ore } from '#lib/shared/money.ts';

const NORMAL = { permille: 50, because: 'normal' } as const;
const RULES = { shareOf: () => NORMAL, least: 1 };

function framed(reportId: string, deliveryAreaId = 'area-1', level: 'A' | 'B' | 'C' = 'B'): FramedReport {
  return {
    reportId,
    providerId: 'p1',
    deliveryAreaId,
    level,
    contentHash: `hash ${reportId}`,
    amountOre: ore(100),
  };
}

test('the lowest ranks of each stratum are drawn, the share of it rounded up', () => {
  const frame = Array.from({ length: 21 }, (_, n) => framed(`r${String(n).padStart(2, '0')}`));
  // Ranked the other way round than their ids.
  const { strata, reports } = drawFrom(frame, RULES, (id) => String(99 - Number(id.slice(1))));
  expect(strata).toEqual([
    {
      providerId: 'p1',
      deliveryAreaId: 'area-1',
      level: 'B',
      frameCount: 21,
      frameOre: 2100,
      drawnCount: 2,
      sharePermille: 50,
      least: 1,
      because: 'normal',
    },
  ]);
  expect(reports.filter(({ drawn }) => drawn).map(({ reportId, position }) => [reportId, position])).toEqual([
    ['r19', 2],
    ['r20', 1],
  ]);
});

test('each stratum gives its own, however small', () => {
  const frame = [framed('a'), framed('b', 'area-2'), framed('c', 'area-1', 'A'), framed('d', 'area-1', 'A')];
  const { strata, reports } = drawFrom(frame, RULES, (id) => id);
  expect(
    strata.map(({ deliveryAreaId, level, frameCount, drawnCount }) => [
      deliveryAreaId,
      level,
      frameCount,
      drawnCount,
    ]),
  ).toEqual([
    ['area-1', 'A', 2, 1],
    ['area-1', 'B', 1, 1],
    ['area-2', 'B', 1, 1],
  ]);
  expect(reports.map(({ reportId, drawn }) => [reportId, drawn])).toEqual([
    ['a', true],
    ['b', true],
    ['c', true],
    ['d', false],
  ]);
});

test('the draw is the same in whatever order the reports come, and as many are drawn as the strata say', () => {
  const level = fc.constantFrom('A', 'B', 'C');
  const report = fc.record({ id: fc.uuid(), area: fc.constantFrom('x', 'y'), level });
  const reports = fc.uniqueArray(report, { selector: ({ id }) => id, maxLength: 60 });
  fc.assert(
    fc.property(reports, fc.nat({ max: 1000 }), fc.nat({ max: 3 }), (given, permille, least) => {
      const frame = given.map((one) => framed(one.id, one.area, one.level));
      const rules = { shareOf: () => ({ permille, because: 'normal' }) as const, least };
      const drawn = drawFrom(frame, rules, (id) => id.split('').toReversed().join(''));
      expect(drawFrom(frame.toReversed(), rules, (id) => id.split('').toReversed().join(''))).toEqual(drawn);
      const inStrata = drawn.strata.reduce((sum, { drawnCount }) => sum + drawnCount, 0);
      expect(drawn.reports.filter((one) => one.drawn)).toHaveLength(inStrata);
      expect(drawn.reports).toHaveLength(given.length);
    }),
  );
});
