import { expect, test } from 'vitest';
import { compareFindings, leastOf } from '#bench/lib/compare-findings.ts';
import type { Planted } from '#prisma/seed/national/plant/planted.ts';

const planted = (id: string, kind: Planted['kind'] = 'fault', way = 'a'): Planted => ({
  code: 'LATE',
  subject: 'report',
  id,
  way,
  kind,
});
const late = (id: string) => ({ code: 'LATE', id });

test('what was planted and found is recall; what was found and not planted costs precision', () => {
  const list = [planted('1'), planted('2', 'fault', 'b'), planted('3', 'nearMiss'), planted('4', 'open')];
  const compared = compareFindings(list, [late('1'), late('3'), late('4'), late('5')]);
  // 1 of 2 found; 3 and 5 are false alarms, 4 counts neither way: 1 ÷ 3.
  expect(compared.get('LATE')).toEqual({
    severity: 'flag',
    planted: 2,
    found: 1,
    recall: 0.5,
    falseAlarms: 2,
    precision: 0.333,
    nearMisses: 1,
    nearMissesFound: 1,
    missed: { b: 1 },
  });
});

test('a check that says nothing has no precision, one that nothing was planted for no recall', () => {
  expect(compareFindings([planted('1')], []).get('LATE')).toMatchObject({ recall: 0, precision: null });
  expect(compareFindings([], [{ code: 'PLAN_MISSING', id: '1' }]).get('PLAN_MISSING')).toMatchObject({
    severity: 'block',
    recall: null,
    falseAlarms: 1,
    precision: 0,
  });
});

test('the least of figures leaves out those that there are not', () => {
  expect([leastOf([0.9, null, 0.4]), leastOf([null])]).toEqual([0.4, null]);
});
