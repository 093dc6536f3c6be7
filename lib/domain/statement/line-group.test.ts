import { describe, expect, it } from 'vitest';
import { compareLineGroups, lineGroupId, parseLineGroupId } from '#lib/domain/statement/line-group.ts';

const IN_ORDER = [
  'basePay.2026-09',
  'basePay.2026-08',
  'resultPay',
  'speedBonus',
  'supplement',
  'basePay.2026-08.correction',
  'resultPay.correction',
];

describe('groups of lines', () => {
  it('have ids that lead back to them', () => {
    for (const id of IN_ORDER) {
      const group = parseLineGroupId(id);
      expect(group === null ? null : lineGroupId(group)).toBe(id);
    }
  });

  it('are not made from anything else', () => {
    for (const id of ['', 'basePay', 'resultPay.2026-09', 'basePay.2026-13', 'bonus', 'basePay.2026-09.x']) {
      expect(parseLineGroupId(id)).toBeNull();
    }
  });

  it('are read in order: the new before corrections, base pay first and its latest month first', () => {
    const groups = IN_ORDER.toReversed().flatMap((id) => parseLineGroupId(id) ?? []);
    expect(groups.toSorted(compareLineGroups).map(lineGroupId)).toEqual(IN_ORDER);
  });
});
