import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseByOf, choiceTimeLeft } from '#lib/domain/choice/deadline.ts';
import { addDays, plainDate } from '#lib/shared/plain-date.ts';

describe('the time to choose', () => {
  it('is the fifth working day after the decision arrived', () => {
    expect(chooseByOf(plainDate('2026-11-03'), 5)).toBe('2026-11-10');
    // Saturday: Monday is the first of the five.
    expect(chooseByOf(plainDate('2026-11-07'), 5)).toBe('2026-11-13');
  });

  it('does not count public holidays, also over the turn of the year', () => {
    // 28, 29, 30, 31 December, then 4 January: New Year's Day is a Friday.
    expect(chooseByOf(plainDate('2026-12-25'), 5)).toBe('2027-01-04');
    // Maundy Thursday; Good Friday and Easter Monday do not count.
    expect(chooseByOf(plainDate('2026-04-02'), 1)).toBe('2026-04-07');
  });

  it('is told in working days left, and runs out', () => {
    const by = plainDate('2026-11-10');
    expect(choiceTimeLeft(plainDate('2026-11-03'), by)).toEqual({ kind: 'daysLeft', workdays: 5 });
    expect(choiceTimeLeft(plainDate('2026-11-07'), by)).toEqual({ kind: 'daysLeft', workdays: 2 });
    expect(choiceTimeLeft(by, by)).toEqual({ kind: 'lastDay' });
    expect(choiceTimeLeft(plainDate('2026-11-11'), by)).toEqual({ kind: 'passed' });
  });

  it('has exactly the days of the terms left on the day of arrival, whatever day that is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3650 }), fc.integer({ min: 1, max: 20 }), (offset, workdays) => {
        const arrivedOn = addDays(plainDate('2024-01-01'), offset);
        const left = choiceTimeLeft(arrivedOn, chooseByOf(arrivedOn, workdays));
        expect(left).toEqual({ kind: 'daysLeft', workdays });
      }),
      { seed: 20_260_103 },
    );
  });
});
