import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoWeekday, plainDate } from '#lib/shared/plain-date.ts';
import {
  addWorkdays,
  isWorkday,
  swedishCalendar,
  swedishPublicHolidays,
  workdaysUntil,
} from '#lib/shared/workdays.ts';

// The holidays of an agreement in use, which leaves out those that fall on a weekend.
const AGREED: Readonly<Record<number, readonly string[]>> = {
  2023: '01-06 04-07 04-10 05-01 05-18 06-06 12-25 12-26'.split(' '),
  2024: '01-01 03-29 04-01 05-01 05-09 06-06 12-25 12-26'.split(' '),
  2025: '01-01 01-06 04-18 04-21 05-01 05-29 06-06 12-25 12-26'.split(' '),
  2026: '01-01 01-06 04-03 04-06 05-01 05-14 12-25'.split(' '),
};

describe('Swedish public holidays', () => {
  it.each(Object.entries(AGREED))(
    '%s: those on weekdays are the ones that agreements list',
    (year, agreed) => {
      const onWeekdays = swedishPublicHolidays(Number(year)).filter((date) => isoWeekday(date) <= 5);
      expect(onWeekdays).toEqual(agreed.map((day) => `${year}-${day}`));
    },
  );

  it('weekend ones are holidays too: Easter, Whit Sunday, Midsummer and All Saints', () => {
    const holidays = swedishPublicHolidays(2024);
    for (const date of ['2024-03-31', '2024-05-19', '2024-06-22', '2024-11-02'])
      expect(holidays).toContain(date);
    expect(swedishPublicHolidays(2026)).toContain('2026-10-31');
  });

  it('Easter is right at the ends of its range', () => {
    expect(swedishPublicHolidays(2008)).toContain('2008-03-23');
    expect(swedishPublicHolidays(2011)).toContain('2011-04-24');
    expect(swedishPublicHolidays(2038)).toContain('2038-04-25');
  });

  it('May Day on Ascension Day counts once', () => {
    expect(swedishPublicHolidays(2008).filter((date) => date === '2008-05-01')).toHaveLength(1);
  });

  it('the rules are those of 2005 and later', () => {
    expect(() => swedishPublicHolidays(2004)).toThrow(RangeError);
  });
});

describe('working days', () => {
  const calendar = swedishCalendar([2024, 2025]);

  it('are weekdays that are not holidays', () => {
    expect(isWorkday(plainDate('2024-03-28'), calendar)).toBe(true);
    expect(isWorkday(plainDate('2024-03-29'), calendar)).toBe(false); // Good Friday
    expect(isWorkday(plainDate('2024-03-30'), calendar)).toBe(false); // Saturday
  });

  it('five working days from Maundy Thursday pass over Easter', () => {
    // Tue 2, Wed 3, Thu 4, Fri 5, Mon 8 April.
    expect(addWorkdays(plainDate('2024-03-28'), 5, calendar)).toBe('2024-04-08');
    expect(addWorkdays(plainDate('2024-04-08'), -5, calendar)).toBe('2024-03-28');
    expect(addWorkdays(plainDate('2024-03-30'), 0, calendar)).toBe('2024-03-30');
  });

  it('n working days later there are exactly n of them after the date, the last one included', () => {
    const starts = fc.integer({ min: 0, max: 600 }).map((n) => addDays(plainDate('2024-01-01'), n));
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 60 }), (from, n) => {
        const to = addWorkdays(from, n, calendar);
        let counted = 0;
        for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
          counted += isWorkday(day, calendar) ? 1 : 0;
        expect(counted).toBe(n);
        expect(isWorkday(to, calendar)).toBe(true);
      }),
    );
  });

  it('left until a deadline are those after today, the deadline included', () => {
    // Tuesday to Tuesday: Wednesday, Thursday, Friday, Monday, Tuesday.
    expect(workdaysUntil(plainDate('2026-11-03'), plainDate('2026-11-10'), calendar)).toBe(5);
    expect(workdaysUntil(plainDate('2026-11-10'), plainDate('2026-11-10'), calendar)).toBe(0);
    expect(workdaysUntil(plainDate('2026-11-12'), plainDate('2026-11-10'), calendar)).toBe(0);
  });

  it('a calendar without weekdays is refused rather than searched for ever', () => {
    const empty = { weekdays: [], holidays: new Set<never>() };
    expect(() => addWorkdays(plainDate('2024-01-01'), 1, empty)).toThrow(RangeError);
    expect(() => addWorkdays(plainDate('2024-01-01'), 0.5, calendar)).toThrow(RangeError);
  });
});
