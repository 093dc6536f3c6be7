import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changed } from '#lib/domain/compensation/testing/changed.ts';
import { byTiers, byUnused, faultsOf } from '#lib/domain/compensation/testing/full-input.ts';
import { approved, krom } from '#lib/domain/compensation/testing/given.ts';
import { validateAgreement, validateFacts, validateInput } from '#lib/domain/compensation/validate.ts';

/** Where there is a value that holds no others. */
function pointersOf(value: unknown, at = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([key, part]) => pointersOf(part, `${at}/${key}`));
}

describe('faults', () => {
  it('are all told at once, in agreement and facts, with words to act on', () => {
    let wrong = changed(byUnused, '/agreement/vatPermille', -1);
    wrong = changed(wrong, '/agreement/basePay/rates/0/orePerDay/B', 'sextiofem');
    wrong = changed(wrong, '/facts/asOf', '2021-02-30');
    wrong = changed(wrong, '/facts/reports/1/status', 'draft');
    wrong = changed(wrong, '/agreement/resultPay/rates/0/from', '2024-03-02');
    expect(faultsOf(wrong)).toEqual([
      '/agreement/basePay/rates/0/orePerDay/B notInteger',
      '/agreement/vatPermille outOfRange',
      '/facts/reports/1/status unknownValue',
      '/facts/asOf notDate',
      '/agreement/resultPay/rates/0/from notInForce',
    ]);
    const read = validateInput(wrong);
    expect(read.ok ? [] : read.error[1]?.message).toBe('Ange ett heltal från 0 till 1000.');
  });

  it('between rows are told though a row has a fault of its own', () => {
    let wrong: unknown = byUnused;
    const set = (pointer: string, to: unknown): void => {
      wrong = changed(wrong, pointer, to);
    };
    const orePerDay = { A: 1, B: 1, C: 1 };
    set('/agreement/basePay/rates', [
      { from: '2024-02-01', orePerDay: { ...orePerDay, A: -1 } },
      { from: 'mars', orePerDay },
      { from: '2024-01-01', orePerDay },
    ]);
    set('/agreement/resultPay/milestones', [
      { months: 4, sharePermille: 500 },
      { months: 3, sharePermille: 0 },
    ]);
    set('/facts/placement/periods/1', { number: 1, from: '2024-08-01', to: 'slut' });
    set('/facts/placement/level', 'D');
    set('/facts/placement/end', '2024-02-01');
    set('/facts/reports', [{ ...approved('2024-03', 'x') }, { ...approved('2024-03', '2024-04-06') }]);
    set('/facts/outcome/spells/0', { from: '2024-06-02', to: '2024-06-01', extentPercent: 0 });
    set('/agreement/speedBonus', { kind: 'other', minExtentPercent: 0, releaseMonths: 5 });
    set('/agreement/supplement/releaseMonths', 5);
    expect(faultsOf(wrong)).toEqual([
      '/agreement/basePay/rates/0/orePerDay/A outOfRange',
      '/agreement/basePay/rates/1/from notDate',
      '/agreement/basePay/rates/2/from notSorted',
      '/agreement/resultPay/milestones/1/sharePermille outOfRange',
      '/agreement/resultPay/milestones/1/months notSorted',
      '/agreement/speedBonus/kind unknownValue',
      '/agreement/speedBonus/minExtentPercent outOfRange',
      '/agreement/speedBonus/releaseMonths noSuchMilestone',
      '/agreement/supplement/releaseMonths noSuchMilestone',
      '/facts/placement/level unknownValue',
      '/facts/placement/periods/1/to notDate',
      '/facts/placement/periods/1/number notSorted',
      '/facts/placement/periods/1/from overlap',
      '/facts/placement/end endOutsidePeriods',
      '/facts/reports/0/submittedOn notDate',
      '/facts/reports/1/month duplicate',
      '/facts/outcome/spells/0/extentPercent outOfRange',
      '/facts/outcome/spells/0/to emptyPeriod',
    ]);
  });

  it('of any members at once are all told, and no others', () => {
    const leaves = [byUnused, byTiers].flatMap((value) =>
      // Of a bonus of no kind nobody can say what else it should have.
      pointersOf(value)
        .filter((pointer) => pointer !== '/agreement/speedBonus/kind')
        .map((pointer) => ({ value, pointer })),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(byUnused, byTiers),
        fc.array(fc.constantFrom(...leaves)),
        (value, picked) => {
          const pointers = [
            ...new Set(picked.filter((leaf) => leaf.value === value).map(({ pointer }) => pointer)),
          ];
          // A list is wrong in the place of every date, number, text and flag.
          const wrong = pointers.reduce((read, pointer) => changed(read, pointer, []), value);
          const told = faultsOf(wrong).map((fault) => fault.split(' ')[0] ?? '');
          expect(told.toSorted()).toEqual(pointers.toSorted());
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('of an agreement or of facts alone point into them', () => {
    expect(validateAgreement({})).toMatchObject({
      error: expect.arrayContaining([{ pointer: '/id', code: 'required', message: 'Uppgiften saknas.' }]),
    });
    expect(validateFacts({ placement: {} })).toMatchObject({
      error: expect.arrayContaining([
        { pointer: '/placement/level', code: 'required', message: 'Uppgiften saknas.' },
      ]),
    });
  });

  it('negative zero is zero', () => {
    const read = validateAgreement(changed(krom(), '/resultPay/maxGapDays', -0));
    expect(Object.is(read.ok ? read.value.resultPay.maxGapDays : -1, 0)).toBe(true);
  });
});
