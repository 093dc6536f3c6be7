import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countBelow, workingDaysOf } from '#lib/domain/compensation/working-days.ts';
import { addDays, fromEpochDay, isoWeekday, plainDate, toEpochDay } from '#lib/shared/plain-date.ts';

const start = plainDate('2023-12-01');
const days = fc.integer({ min: 0, max: 60 }).map((n) => addDays(start, n));

describe('working days', () => {
  it('are the weekdays that are worked, less the holidays, however they are listed', () => {
    const weekdays = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(weekdays, fc.array(days, { maxLength: 12 }), days, days, (worked, holidays, from, to) => {
        const working = workingDaysOf({ weekdays: worked, holidays });
        let counted = 0;
        for (let day = toEpochDay(from); day < toEpochDay(to); day += 1) {
          const date = fromEpochDay(day);
          const isWorked = worked.includes(isoWeekday(date)) && !holidays.includes(date);
          expect(working.isWorkingDay(day)).toBe(isWorked);
          counted += isWorked ? 1 : 0;
        }
        expect(working.count(toEpochDay(from), toEpochDay(to))).toBe(counted);
      }),
    );
  });

  it('the numbers below a limit are found by bisection', () => {
    const sorted = fc.array(fc.integer({ min: 0, max: 20 })).map((list) => list.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(sorted, fc.integer({ min: -1, max: 21 }), (list, limit) => {
        expect(countBelow(list, limit)).toBe(list.filter((n) => n < limit).length);
      }),
    );
  });
});
