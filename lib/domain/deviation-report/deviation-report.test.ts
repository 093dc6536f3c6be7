import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ASKED,
  CHOICES,
  DEVIATION_CAUSES,
  type DeviationCause,
  type LoggedDay,
} from '#lib/domain/deviation-report/deviation.ts';
import { deviationRemarks } from '#lib/domain/deviation-report/deviation-remarks.ts';
import { deviationValues } from '#lib/domain/deviation-report/deviation-values.ts';
import { loggedConflict } from '#lib/domain/deviation-report/logged-conflict.ts';
import { readDeviation, type ReadingRules } from '#lib/domain/deviation-report/read-deviation.ts';
import type { TypedDeviation } from '#lib/domain/deviation-report/typed-deviation.ts';
import { addDays, plainDate } from '#lib/shared/plain-date.ts';

const EMPTY: TypedDeviation = {
  cause: '',
  from: '',
  otherDay: '',
  through: '',
  expected: '',
  absent: '',
  keepLogged: '',
  notified: '',
  otherKind: '',
  reached: '',
  what: '',
  reason: '',
  problem: '',
  done: '',
  adapted: '',
};
// A Wednesday.
const today = plainDate('2026-03-18');
const rules: ReadingRules = {
  service: { from: plainDate('2026-01-02'), to: plainDate('2026-07-01') },
  today,
  known: [],
  logged: [],
};
const sick: TypedDeviation = {
  ...EMPTY,
  cause: 'sick',
  from: '2026-03-18',
  expected: '2 tim',
  absent: '2 tim',
};

const read = (typed: Partial<TypedDeviation>, given: Partial<ReadingRules> = {}) =>
  readDeviation({ ...sick, ...typed }, { ...rules, ...given });
const codes = (typed: Partial<TypedDeviation>, given: Partial<ReadingRules> = {}) => {
  const result = read(typed, given);
  return result.ok ? [] : result.error.map(({ pointer, code }) => `${pointer} ${code}`);
};
const logged = (date: string, support: number, ownWork = 0): LoggedDay => ({
  date: plainDate(date),
  support,
  ownWork,
});

describe('the days of a report', () => {
  test('a day is the day itself', () => {
    expect(read({})).toMatchObject({ ok: true, value: { from: '2026-03-18', to: '2026-03-19' } });
  });

  test('sickness goes on over several days, in one report', () => {
    const days = { from: '2026-03-16', through: '2026-03-18' };
    expect(read(days)).toMatchObject({ ok: true, value: { from: '2026-03-16', to: '2026-03-19' } });
  });

  test('every other cause is one a day, whatever stands as its last day', () => {
    const other = { cause: 'careOfChild', from: '2026-03-16', through: '2026-03-18' };
    expect(read(other)).toMatchObject({ ok: true, value: { from: '2026-03-16', to: '2026-03-17' } });
  });

  test.each([
    [{ from: '' }, '/from dayMissing'],
    [{ from: 'other', otherDay: '18/3' }, '/otherDay dayMissing'],
    [{ from: '2026-03-19' }, '/from dayInFuture'],
    [{ from: '2026-03-17', through: '2026-03-19' }, '/through dayInFuture'],
    [{ from: '2026-01-01' }, '/from dayOutsidePlacement'],
    [{ from: '2026-03-17', through: '2026-03-16' }, '/through endsBeforeStart'],
    [{ from: '2026-03-17', through: 'fredag' }, '/through dayUnreadable'],
  ])('%j: %s', (typed, code) => {
    expect(codes(typed)).toEqual([code]);
  });

  test('after the placement has ended its days can still be reported, but no later ones', () => {
    const service = { from: plainDate('2026-01-02'), to: plainDate('2026-03-17') };
    expect(codes({ from: '2026-03-16' }, { service })).toEqual([]);
    expect(codes({ from: '2026-03-17' }, { service })).toEqual(['/from dayOutsidePlacement']);
  });

  test('the same cause on the same day stands in one report', () => {
    const known = [
      {
        cause: 'sick' as const,
        from: plainDate('2026-03-16'),
        to: plainDate('2026-03-18'),
        documentId: 'd',
        threadId: 't',
      },
    ];
    expect(codes({ from: '2026-03-17' }, { known })).toEqual(['/from deviationDoubled']);
    expect(codes({ from: '2026-03-15', through: '2026-03-18' }, { known })).toEqual([
      '/from deviationDoubled',
    ]);
    expect(codes({ from: '2026-03-18' }, { known })).toEqual([]);
    expect(codes({ from: '2026-03-17', cause: 'careOfChild' }, { known })).toEqual([]);
  });
});

describe('expected and absent time', () => {
  test.each([
    ['1:30', '45 min', 90, 45],
    ['1,5 tim', '1 tim 30 min', 90, 90],
    ['90', '16', 90, 16],
  ])('%s and %s', (expected, absent, expectedMinutes, absentMinutes) => {
    expect(read({ expected, absent })).toMatchObject({ value: { expectedMinutes, absentMinutes } });
  });

  test.each([
    [{ expected: '' }, '/expected duration.missing'],
    [{ absent: '2' }, '/absent duration.unitUnclear'],
    [{ absent: '1,5' }, '/absent duration.unitUnclear'],
    [{ absent: 'länge' }, '/absent duration.unreadable'],
    [{ absent: '15 min' }, '/absent absenceTooShort'],
    [{ absent: '2 tim 1 min' }, '/absent absentBeyondExpected'],
    [{ expected: '8 tim 1 min' }, '/expected expectedTooMuch'],
  ])('%j: %s', (typed, code) => {
    expect(codes(typed)).toEqual([code]);
  });

  test('more can have been expected of several days together', () => {
    expect(codes({ from: '2026-03-17', through: '2026-03-18', expected: '9 tim' })).toEqual([]);
  });
});

describe('what a cause is asked', () => {
  const answered = (cause: DeviationCause): Partial<TypedDeviation> => {
    const answers = Object.keys(ASKED[cause]).map((name) => [
      name,
      Object.entries(CHOICES).find(([choice]) => choice === name)?.[1][0] ?? 'Så här var det',
    ]);
    return { cause, ...Object.fromEntries(answers) };
  };

  test.each(DEVIATION_CAUSES)(
    '%s: all of it answered goes in, without what must be answered it does not',
    (cause) => {
      const full = answered(cause);
      expect(codes(full)).toEqual([]);
      for (const [name, need] of Object.entries(ASKED[cause])) {
        expect(codes({ ...full, [name]: '' })).toEqual(need === 'must' ? [`/${name} answerMissing`] : []);
      }
    },
  );

  test('sickness is asked nothing in words: what stands in other causes’ fields is left out', () => {
    const result = read({ what: 'Influensa', problem: 'Feber' });
    expect(result).toMatchObject({ ok: true, value: { followUp: {} } });
  });

  test('something else that is known is told in words', () => {
    expect(codes({ cause: 'otherKnown', otherKind: 'other' })).toEqual(['/what answerMissing']);
    expect(codes({ cause: 'otherKnown', otherKind: 'doctor' })).toEqual([]);
  });

  test('what is none of the choices is refused', () => {
    expect(codes({ cause: 'unknown', reached: 'perhaps' })).toEqual(['/reached answerUnknown']);
    expect(codes({ cause: 'sunshine' })).toEqual(['/cause causeMissing']);
  });

  test('what happens beside absence asks for no hours', () => {
    const typed = { ...answered('declinedJob'), expected: '', absent: '' };
    expect(read(typed)).toMatchObject({ ok: true, value: { type: 'event', cause: 'declinedJob' } });
  });
});

describe('what the log says against it', () => {
  test('a whole day away beside logged support is asked about, and goes in when it is confirmed', () => {
    const given = { logged: [logged('2026-03-18', 60)] };
    expect(codes({}, given)).toEqual(['/keepLogged activeWhileAbsent']);
    expect(read({ keepLogged: 'on' }, given)).toMatchObject({ ok: true, value: { confirmedActive: true } });
  });

  test('own work beside a whole day away is pointed out, never asked about', () => {
    const given = { logged: [logged('2026-03-18', 0, 60)] };
    const result = read({}, given);
    expect(result).toMatchObject({ ok: true, value: { confirmedActive: false } });
    expect(result.ok && deviationRemarks(result.value, { ...given, today })).toEqual([
      {
        pointer: '/absent',
        message:
          'I loggen står 1\u00A0tim 18 mars 2026, men frånvaron gäller hela tiden. Ändra aktiviteten i loggen eller frånvarons tid.',
      },
    ]);
  });

  // Expected 120, absent 60: 60 minutes are left.
  test.each([
    [60, 0, false],
    [60, 60, false],
    [61, 0, true],
  ])('a part of the day away, with %i support and %i own work: %s', (support, ownWork, conflicts) => {
    const times = { from: today, to: addDays(today, 1), expectedMinutes: 120, absentMinutes: 60 };
    expect(loggedConflict(times, [logged('2026-03-18', support, ownWork)]) !== null).toBe(conflicts);
  });

  test('is only what lies on the days of the absence, and grows with it', () => {
    const day = fc.record({
      offset: fc.integer({ min: -5, max: 5 }),
      support: fc.integer({ min: 0, max: 480 }),
      ownWork: fc.integer({ min: 0, max: 480 }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(day, { selector: ({ offset }) => offset }),
        fc.integer({ min: 16, max: 480 }),
        fc.integer({ min: 0, max: 480 }),
        (given, absentMinutes, more) => {
          const days = given.map(({ offset, support, ownWork }) => ({
            date: addDays(today, offset),
            support,
            ownWork,
          }));
          const times = {
            from: addDays(today, -1),
            to: addDays(today, 2),
            expectedMinutes: absentMinutes + more,
            absentMinutes,
          };
          const conflict = loggedConflict(times, days);
          const inside = days.filter(({ date }) => date >= times.from && date < times.to);
          const support = inside.reduce((sum, one) => sum + one.support, 0);
          const own = inside.reduce((sum, one) => sum + one.ownWork, 0);
          expect(conflict !== null).toBe(more === 0 ? support + own > 0 : support > more);
          expect(loggedConflict(times, inside)).toEqual(conflict);
        },
      ),
    );
  });
});

test('an unknown cause that comes later than the same day is pointed out', () => {
  const late = read({ cause: 'unknown', reached: 'no', from: '2026-03-17' });
  expect(late.ok && deviationRemarks(late.value, { logged: [], today })).toMatchObject([
    { pointer: '/from' },
  ]);
  const same = read({ cause: 'unknown', reached: 'no' });
  expect(same.ok && deviationRemarks(same.value, { logged: [], today })).toEqual([]);
});

test('words of health and identity numbers are pointed out', () => {
  const result = read({ cause: 'declinedActivity', what: 'Kurs', reason: 'Har en depression' });
  expect(result.ok && deviationRemarks(result.value, { logged: [], today })).toMatchObject([
    { pointer: '/reason', message: expect.stringContaining('depression') },
  ]);
});

test('the fields of a report that is there give the same report again', () => {
  const minutes = fc.integer({ min: 16, max: 480 });
  fc.assert(
    fc.property(
      fc.constantFrom(...DEVIATION_CAUSES),
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 0, max: 10 }),
      minutes,
      minutes,
      fc.string({ maxLength: 50 }).map((text) => `x${text}`.trim()),
      (cause, ago, length, one, other, words) => {
        const from = addDays(today, -ago - length);
        const first = readDeviation(
          {
            ...EMPTY,
            cause,
            from,
            through: addDays(from, length),
            expected: String(Math.max(one, other)),
            absent: String(Math.min(one, other)),
            notified: 'before',
            otherKind: 'other',
            reached: 'no',
            what: words,
            reason: words,
            problem: words,
            done: words,
            adapted: words,
          },
          rules,
        );
        if (!first.ok) throw new Error(JSON.stringify(first.error));
        expect(readDeviation({ ...EMPTY, ...deviationValues(first.value) }, rules)).toEqual(first);
      },
    ),
  );
});
