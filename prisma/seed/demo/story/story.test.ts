import { describe, expect, it } from 'vitest';
import { CAST } from '#prisma/seed/demo/cast.ts';
import { FIRMS, officeOf } from '#prisma/seed/demo/firms.ts';
import { storyCalendar } from '#prisma/seed/demo/story/calendar.ts';
import { monthLog, serviceOf } from '#prisma/seed/demo/story/month-log.ts';
import type { ParticipantStory, Stay } from '#prisma/seed/demo/story/participant-story.ts';
import { tellStory } from '#prisma/seed/demo/story/story.ts';
import { identityNumberFault, isOrganisationNumber } from '#lib/domain/placement/identity-number.ts';
import { reconcile } from '#lib/domain/placement/reconcile.ts';
import { serviceRows } from '#prisma/seed/demo/story/service-rows.ts';
import { contains } from '#lib/shared/period.ts';
import { addDays, daysBetween, plainDate, type PlainDate } from '#lib/shared/plain-date.ts';
import { periodOf } from '#lib/shared/month.ts';

/** Every day of two years, leap day and New Years included. */
const TODAYS = Array.from({ length: 731 }, (_, day) => addDays(plainDate('2027-07-01'), day));
const HARD_DAYS = [
  '2026-01-01',
  '2026-01-31',
  '2028-02-29',
  '2026-12-31',
  '2026-04-05',
  '2027-03-01',
  '2029-06-23',
].map(plainDate);

function told(today: PlainDate): readonly ParticipantStory[] {
  return tellStory(today);
}

/** Working days of the last month on which the stay was in the service. */
function workdaysIn(stay: Stay, today: PlainDate): number {
  const calendar = storyCalendar(today);
  const { from, to } = periodOf(calendar.month(1));
  const days = Array.from({ length: daysBetween(from, to) }, (_, day) => addDays(from, day));
  const service = serviceOf(stay);
  return days.filter((day) => service !== null && contains(service, day) && calendar.isWorkday(day)).length;
}

/** Every eleventh day: for rules that look at each entry. */
const SOME_DAYS = [...TODAYS.filter((_, n) => n % 11 === 0), ...HARD_DAYS];

/** The days on which a rule does not hold. */
function failing(
  rule: (story: readonly ParticipantStory[], today: PlainDate) => boolean,
  days: readonly PlainDate[] = [...TODAYS, ...HARD_DAYS],
): readonly PlainDate[] {
  return days.filter((today) => !rule(told(today), today));
}

/** Everybody whose month is in order was met in it, if there was a working day to meet on. */
function meetsInOrder(story: readonly ParticipantStory[], today: PlainDate): boolean {
  const calendar = storyCalendar(today);
  const month = calendar.month(1);
  return story
    .flatMap(({ stays }) => stays)
    .filter((stay) => stay.plan !== null && (stay.months.get(month)?.log ?? 'full') === 'full')
    .every((stay) => {
      const log = monthLog(stay, month, 'full', { calendar, language: null, until: today });
      const meets = log.some(({ activity }) => activity === 'individualMeeting');
      return meets || workdaysIn(stay, today) === 0;
    });
}

/** No entry lies ahead, none on a day off. */
function logsInTime(story: readonly ParticipantStory[], today: PlainDate): boolean {
  const calendar = storyCalendar(today);
  const given = { calendar, language: 'ar', until: today };
  return story
    .flatMap(({ stays }) => stays)
    .flatMap((stay) => [0, 1].flatMap((ago) => monthLog(stay, calendar.month(ago), 'offPlan', given)))
    .every(({ date }) => date < today && calendar.isWorkday(date));
}

describe('the demo, whatever day it is told on', () => {
  it('is the same each time', () => {
    expect(told(plainDate('2026-05-12'))).toEqual(told(plainDate('2026-05-12')));
  });

  it('has at least 60 participants, each once, and each with references of their own', () => {
    expect(
      failing((story) => {
        const names = new Set(story.map(({ name }) => name));
        const references = story.flatMap((one) => serviceRows(one).map(({ reference }) => reference));
        return (
          story.length >= 60 && names.size === story.length && new Set(references).size === references.length
        );
      }),
    ).toEqual([]);
  });

  it('is a history that the import takes as it stands', () => {
    expect(
      failing((story) =>
        story.every(
          (one) =>
            reconcile(
              [],
              serviceRows(one).map((service, row) => ({ row, service })),
            ).faults.size === 0,
        ),
      ),
    ).toEqual([]);
  });

  it('has nobody in the service who is not yet or no longer, among those who go on', () => {
    expect(
      failing((story, today) =>
        story
          .flatMap(({ stays }) => stays.at(-1) ?? [])
          .filter(({ end }) => end === null)
          .every((stay) => {
            const service = serviceOf(stay);
            return service !== null && service.from <= today && today < service.to;
          }),
      ),
    ).toEqual([]);
  });

  it('has the month that is to be reported in every state', () => {
    const asked = ['partial', 'remote', 'noMeeting', 'offPlan', 'nothing'];
    expect(
      failing((story, today) => {
        const last = storyCalendar(today).month(1);
        const kinds = new Set(story.flatMap(({ stays }) => stays.map(({ months }) => months.get(last)?.log)));
        return asked.every((kind) => kinds.has(kind as 'partial'));
      }),
    ).toEqual([]);
  });

  it('logs a meeting in the last month with everybody who was in the service on a working day of it', () => {
    expect(failing(meetsInOrder, SOME_DAYS)).toEqual([]);
  });

  it('does nothing in the future, and nothing on a weekend or a public holiday', () => {
    expect(failing(logsInTime, SOME_DAYS)).toEqual([]);
  });
});

describe('the firms of the demo', () => {
  it('are at least two, with six offices in three areas, and words of their own that fit', () => {
    const contracts = FIRMS.flatMap((firm) => firm.contracts);
    expect(FIRMS.length).toBeGreaterThanOrEqual(2);
    expect(contracts.flatMap(({ offices }) => offices).length).toBeGreaterThanOrEqual(6);
    expect(new Set(contracts.map(({ area }) => area)).size).toBe(3);
    expect(contracts.filter(({ speciality }) => speciality.length > 300 || speciality.length < 100)).toEqual(
      [],
    );
    expect(FIRMS.filter(({ orgNo }) => !isOrganisationNumber(orgNo))).toEqual([]);
  });

  it('have an office for everybody', () => {
    const offices = told(plainDate('2026-05-12')).flatMap(({ stays }) => stays.map(({ office }) => office));
    expect(new Set(offices.map((key) => officeOf(key).office.key)).size).toBe(8);
  });
});

describe('the cast of the demo', () => {
  it('has identity numbers of the test series, each once', () => {
    const numbers = CAST.map(({ identityNumber }) => identityNumber);
    expect(
      numbers.filter((number) => identityNumberFault(number) !== null || !/(238|239)\d$/.test(number)),
    ).toEqual([]);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
