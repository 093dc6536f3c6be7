import { describe, expect, it } from 'vitest';
import { changed } from '#lib/domain/compensation/testing/changed.ts';
import { byTiers, byUnused, faultsOf, fullFacts } from '#lib/domain/compensation/testing/full-input.ts';
import { approved, krom } from '#lib/domain/compensation/testing/given.ts';
import { validateAgreement, validateInput } from '#lib/domain/compensation/validate.ts';

/** Values that are wrong wherever the kind is asked for. */
const WRONG = {
  text: [undefined, null, 1, true, {}, []],
  flag: [null, 0, 1, 'true'],
  whole: [undefined, null, '1', 1.5, true, 2 ** 53, [], {}],
  date: [undefined, null, '2021-02-30', '2021-13-01', '1899-12-31', '2200-01-01', '2021-1-1', 20_210_101, ''],
  month: [undefined, null, '2021-13', '2021-00', '2021-3', '2200-01', '2021-03-01', 202_103],
  orgNo: [null, 5_560_360_793, '556036-0793', '556036079', '55603607930', '٥٥٦٠٣٦٠٧٩٣', '5560360793\n'],
  list: [undefined, null, {}, 'x', 0],
  record: [undefined, null, [], 'x', 0],
} as const;

const base = (pointer: string, values: readonly unknown[]): [unknown, string, readonly unknown[]] => [
  byUnused,
  pointer,
  values,
];
const tiers = (pointer: string, values: readonly unknown[]): [unknown, string, readonly unknown[]] => [
  byTiers,
  pointer,
  values,
];

describe('what is not as the model says is a fault, at its own place', () => {
  const cases = [
    base('/agreement', WRONG.record),
    base('/agreement/id', WRONG.text),
    base('/agreement/name', WRONG.text),
    base('/agreement/workdays', WRONG.record),
    base('/agreement/workdays/weekdays', [...WRONG.list, []]),
    base('/agreement/workdays/weekdays/0', [...WRONG.whole.slice(1), 0, 8, -1]),
    base('/agreement/workdays/holidays', WRONG.list),
    tiers('/agreement/workdays/holidays/3', WRONG.date.slice(1)),
    base('/agreement/basePay', WRONG.record),
    base('/agreement/basePay/rates', [...WRONG.list, []]),
    base('/agreement/basePay/rates/0', WRONG.record.slice(1)),
    base('/agreement/basePay/rates/0/from', [...WRONG.date, '2024-03-02']),
    base('/agreement/basePay/rates/0/orePerDay', WRONG.record),
    base('/agreement/basePay/rates/0/orePerDay/A', [...WRONG.whole, -1]),
    base('/agreement/basePay/rates/0/orePerDay/C', [...WRONG.whole, -1]),
    base('/agreement/basePay/noPayAbsences', WRONG.list),
    tiers('/agreement/basePay/noPayAbsences/0', ['late', null, 0]),
    base('/agreement/basePay/lapsesAfterDays', [-1, 0.5, '60', true]),
    base('/agreement/resultPay', WRONG.record),
    base('/agreement/resultPay/rates', [...WRONG.list, []]),
    base('/agreement/resultPay/rates/0/from', [...WRONG.date, '2024-03-02']),
    base('/agreement/resultPay/rates/0/ore/B', [...WRONG.whole, -1]),
    base('/agreement/resultPay/milestones', [...WRONG.list, []]),
    base('/agreement/resultPay/milestones/0/months', [...WRONG.whole, 0, -1]),
    base('/agreement/resultPay/milestones/0/sharePermille', [...WRONG.whole, 0, 1001]),
    base('/agreement/resultPay/types', [...WRONG.list, []]),
    base('/agreement/resultPay/types/0', ['training', null]),
    base('/agreement/resultPay/minExtentPercent', [...WRONG.whole, 0, 101]),
    base('/agreement/resultPay/maxGapDays', [...WRONG.whole, -1]),
    base('/agreement/resultPay/startWithinMonthsAfterEnd', [...WRONG.whole, -1]),
    base('/agreement/resultPay/signalWithinMonthsAfterEnd', [...WRONG.whole, -1]),
    base('/agreement/resultPay/excludeRelatedEmployers', [undefined, ...WRONG.flag]),
    base('/agreement/resultPay/countFrom', [null, 'start', 1]),
    base('/agreement/resultPay/extentShares', [[], {}, 0]),
    base('/agreement/resultPay/extentShares/1/fromPercent', [...WRONG.whole, 0, 101, 50, 49]),
    base('/agreement/resultPay/extentShares/0/permille', [...WRONG.whole, 0, 1001]),
    base('/agreement/resultPay/studiesByApplication', WRONG.flag),
    base('/agreement/speedBonus', [[], 'x', 0]),
    base('/agreement/speedBonus/kind', [undefined, null, 'other']),
    base('/agreement/speedBonus/sharePermille', [...WRONG.whole, 0, 1001]),
    base('/agreement/speedBonus/minExtentPercent', [...WRONG.whole, 0, 101]),
    base('/agreement/speedBonus/releaseMonths', [...WRONG.whole, 3, 0]),
    tiers('/agreement/speedBonus/tiers', [...WRONG.list, []]),
    tiers('/agreement/speedBonus/tiers/1/beforeDay', [...WRONG.whole, 0, 60, 59]),
    tiers('/agreement/speedBonus/tiers/2/ore/C', [...WRONG.whole, -1]),
    tiers('/agreement/speedBonus/minExtentPercent', [...WRONG.whole, 0, 101]),
    tiers('/agreement/speedBonus/releaseMonths', [...WRONG.whole, 4]),
    base('/agreement/supplement', [[], 'x', 0]),
    base('/agreement/supplement/ore', WRONG.record),
    base('/agreement/supplement/withinPeriods', [...WRONG.whole, 0, 3]),
    base('/agreement/supplement/releaseMonths', [...WRONG.whole, 5]),
    base('/agreement/vatPermille', [...WRONG.whole, -1, 1001]),

    base('/facts', WRONG.record),
    base('/facts/placement', WRONG.record),
    base('/facts/placement/id', WRONG.text),
    base('/facts/placement/level', [undefined, null, 'D', 'b', 1]),
    base('/facts/placement/providerOrgNo', [undefined, ...WRONG.orgNo]),
    base('/facts/placement/relatedOrgNos', WRONG.list),
    base('/facts/placement/relatedOrgNos/0', WRONG.orgNo),
    base('/facts/placement/periods', [...WRONG.list, []]),
    base('/facts/placement/periods/0/number', [...WRONG.whole, 0, 3]),
    base('/facts/placement/periods/1/number', [1]),
    base('/facts/placement/periods/0/from', WRONG.date),
    base('/facts/placement/periods/0/to', [...WRONG.date, '2024-03-01', '2024-02-29']),
    base('/facts/placement/periods/1/from', ['2024-08-27']),
    base('/facts/placement/end', [...WRONG.date.slice(2), null, undefined, '2024-02-29', '2025-02-25']),
    base('/facts/placement/endReason', [null, undefined, 'bored', 1]),
    base('/facts/reports', WRONG.list),
    base('/facts/reports/0', WRONG.record.slice(1)),
    base('/facts/reports/0/month', WRONG.month),
    base('/facts/reports/1/month', ['2024-03']),
    base('/facts/reports/0/status', [undefined, null, 'draft', 'inReview', 'superseded']),
    base('/facts/reports/0/submittedOn', WRONG.date),
    base('/facts/absences', WRONG.list),
    base('/facts/absences/0/date', WRONG.date),
    base('/facts/absences/0/reason', [undefined, null, 'late']),
    base('/facts/outcome', [[], 'x', 0]),
    base('/facts/outcome/type', [undefined, null, 'training']),
    base('/facts/outcome/status', [undefined, null, 'draft']),
    base('/facts/outcome/from', WRONG.date),
    base('/facts/outcome/signalledOn', WRONG.date),
    base('/facts/outcome/appliedOn', WRONG.date.slice(2)),
    base('/facts/outcome/verifiedThrough', WRONG.date.slice(2)),
    base('/facts/outcome/spells', WRONG.list),
    base('/facts/outcome/spells/0/from', WRONG.date),
    base('/facts/outcome/spells/0/to', [...WRONG.date.slice(2), '2021-06-01', '2021-05-31']),
    base('/facts/outcome/spells/0/extentPercent', [...WRONG.whole, 0, 101]),
    base('/facts/outcome/spells/0/employerOrgNo', WRONG.orgNo.slice(1)),
    base('/facts/posted', WRONG.list),
    base('/facts/posted/0/key', WRONG.text),
    base('/facts/posted/0/amountOre', WRONG.whole),
    base('/facts/asOf', WRONG.date),
  ] as const;

  it('the examples that are changed have none', () => {
    expect(faultsOf(byUnused)).toEqual([]);
    expect(faultsOf(byTiers)).toEqual([]);
  });

  it.each(cases)('%#: %2$s', (value, pointer, wrong) => {
    for (const to of wrong) {
      const faults = faultsOf(changed(value, pointer, to));
      expect(faults.map((fault) => fault.split(' ')[0])).toEqual([pointer]);
    }
  });

  it('an element that is no object at all', () => {
    expect([null, 1, 'x', [], true].map((element) => faultsOf(element))).toEqual(
      [1, 2, 3, 4, 5].map(() => [' notObject']),
    );
  });
});

describe('rules between members', () => {
  const two = [
    { months: 3, sharePermille: 500 },
    { months: 4, sharePermille: 500 },
  ];

  it('milestones rise and their shares add up to 1000', () => {
    const at = '/agreement/resultPay/milestones';
    expect(faultsOf(changed(byUnused, at, two))).toEqual([]);
    expect(faultsOf(changed(byUnused, at, two.toReversed()))).toEqual([`${at}/1/months notSorted`]);
    expect(faultsOf(changed(byUnused, at, [two[1], two[1]]))).toEqual([`${at}/1/months notSorted`]);
    const short = [{ months: 4, sharePermille: 999 }];
    expect(faultsOf(changed(byUnused, at, short))).toEqual([`${at} sharesNot1000`]);
  });

  it('rates rise strictly, and the first is in force when the placement begins', () => {
    const at = '/agreement/basePay/rates';
    const ore = { A: 1, B: 1, C: 1 };
    const rows = (...froms: string[]): unknown => froms.map((from) => ({ from, orePerDay: ore }));
    expect(faultsOf(changed(byUnused, at, rows('2024-03-01', '2024-03-02')))).toEqual([]);
    expect(faultsOf(changed(byUnused, at, rows('2024-03-01', '2024-03-01')))).toEqual([
      `${at}/1/from notSorted`,
    ]);
    expect(faultsOf(changed(byUnused, at, rows('2024-03-02')))).toEqual([`${at}/0/from notInForce`]);
  });

  it('a placement has one or two periods, in order', () => {
    const at = '/facts/placement/periods';
    const [first, second] = fullFacts.placement.periods;
    expect(faultsOf(changed(byUnused, at, [second]))).toEqual(['/facts/placement/end endOutsidePeriods']);
    expect(faultsOf(changed(byUnused, at, [second, first]))).toEqual([
      `${at}/1/number notSorted`,
      `${at}/1/from overlap`,
    ]);
    expect(faultsOf(changed(byUnused, at, [first, second, second]))).toContain(`${at} tooMany`);
  });

  it('end and reason go together', () => {
    expect(faultsOf(changed(byUnused, '/facts/placement/end', null))).toEqual([
      '/facts/placement/end endMissing',
    ]);
    expect(faultsOf(changed(byUnused, '/facts/placement/endReason', undefined))).toEqual([
      '/facts/placement/endReason endReasonMissing',
    ]);
  });

  it('an end may be the first day, or the last planned end', () => {
    for (const end of ['2024-03-01', '2024-08-28', '2025-02-24']) {
      expect(faultsOf(changed(byUnused, '/facts/placement/end', end))).toEqual([]);
    }
  });

  it('two reports of a month are a fault, though one of them came after the day looked from', () => {
    const reports = [approved('2024-03', '2024-04-06'), approved('2024-03', '2024-12-06')];
    expect(faultsOf(changed(byUnused, '/facts/reports', reports))).toEqual([
      '/facts/reports/1/month duplicate',
    ]);
  });
});

describe('what may be missing', () => {
  it('counts as null where it may be null', () => {
    const pointers = ['/agreement/basePay/lapsesAfterDays', '/agreement/speedBonus', '/agreement/supplement'];
    const inFacts = ['/facts/outcome', '/facts/outcome/appliedOn', '/facts/outcome/verifiedThrough'];
    const spell = ['/facts/outcome/spells/0/to', '/facts/outcome/spells/0/employerOrgNo'];
    for (const pointer of [...pointers, ...inFacts, ...spell]) {
      const missing = validateInput(changed(byUnused, pointer, undefined));
      expect(missing).toMatchObject({ ok: true });
      expect(missing).toEqual(validateInput(changed(byUnused, pointer, null)));
    }
    const open = changed(
      changed(byUnused, '/facts/placement/end', undefined),
      '/facts/placement/endReason',
      undefined,
    );
    expect(faultsOf(open)).toEqual([]);
  });

  it('has its default in the agreement', () => {
    expect(validateAgreement(krom())).toMatchObject({
      value: { resultPay: { countFrom: 'outcomeStart', extentShares: null, studiesByApplication: false } },
    });
  });

  it('unknown members are ignored', () => {
    const more = changed(changed(byUnused, '/agreement/colour', 'red'), '/facts/placement/mood', 'good');
    expect(validateInput(more)).toEqual(validateInput(byUnused));
  });
});
