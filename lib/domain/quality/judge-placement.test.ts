import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byUrgency, judgePlacement } from '#lib/domain/quality/judge-placement.ts';
import type { PlacementFacts } from '#lib/domain/quality/placement-facts.ts';
import { standingWords } from '#lib/domain/quality/standing-words.ts';
import { supportInTime } from '#lib/domain/quality/support-in-time.ts';
import {
  briefly,
  day,
  dueOn,
  FULL,
  GOOD,
  OWN_LOG,
  TERMS,
  TODAY,
} from '#lib/domain/quality/testing/good-placement.ts';
import { month } from '#lib/shared/month.ts';
import { addDays } from '#lib/shared/plain-date.ts';

test('with all in order every requirement is met', () => {
  expect(judgePlacement(GOOD, TERMS, dueOn, TODAY).map(({ state }) => state)).toEqual(
    Array.from({ length: 7 }, () => 'met'),
  );
});

test('without log and report nothing is known of what has come due', () => {
  const silent = { ...OWN_LOG, reports: [], plans: [] };
  expect(
    ['support', 'onSite', 'meeting', 'onSiteMeeting'].map((each) => briefly(each as 'support', silent)[0]),
  ).toEqual(Array.from({ length: 4 }, () => 'unknown'));
});

test('a month is held against the last day that it had itself, whatever the terms of today say', () => {
  const report = (last: string) =>
    judgePlacement(GOOD, TERMS, () => day(last), TODAY).find(({ requirement }) => requirement === 'report');
  expect(report('2026-03-04')).toMatchObject({ state: 'met' });
  expect(report('2026-03-03')).toMatchObject({
    state: 'broken',
    because: { code: 'REPORT_LATE', due: '2026-03-03' },
  });
});

const anyDay = (from: string, days: number) =>
  fc.integer({ min: 0, max: days }).map((n) => addDays(day(from), n));
const anyFacts: fc.Arbitrary<PlacementFacts> = fc
  .record({
    from: anyDay('2025-10-01', 169),
    to: anyDay('2026-03-20', 200),
    hasLog: fc.boolean(),
    weeks: fc.subarray(FULL),
    logged: fc.constantFrom([], [...GOOD.logged]),
    reports: fc.subarray([...GOOD.reports]),
    lastMeetingOn: fc.option(anyDay('2026-02-01', 46)),
    lastOnSiteMeetingOn: fc.option(anyDay('2026-02-01', 46)),
    otherActorMonths: fc.subarray(['2025-12', '2026-01', '2026-02', '2026-03'].map((text) => month(text))),
    plans: fc.subarray([...GOOD.plans]),
  })
  .map((facts) => ({ ...facts, periods: [{ number: 1, from: facts.from, to: facts.to }] }));

const judgedWith = (facts: PlacementFacts, change: Partial<PlacementFacts> = {}) =>
  judgePlacement({ ...facts, ...change }, TERMS, dueOn, TODAY);

describe('whatever the facts', () => {
  test('broken says since when, near says by when, and neither day is on the wrong side of today', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const wrong = judgedWith(facts).filter(
          ({ state, since, until }) =>
            (since === null) === (state === 'broken') ||
            (since !== null && since > TODAY) ||
            (state === 'near' && (until === null || until < TODAY)),
        );
        expect(wrong).toEqual([]);
      }),
    );
  });

  test('each has a sentence in both languages', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom('sv', 'en'), (facts, locale) => {
        const sentences = judgedWith(facts).map(({ because }) => standingWords(because, locale));
        expect(sentences.filter((sentence) => !/^[\p{Lu}\d].*\.$/u.test(sentence))).toEqual([]);
      }),
    );
  });

  test('without log and report, nothing that rests on them alone is met unless it was not yet due', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const silent = judgedWith(facts, { ...OWN_LOG, reports: [] });
        const good = silent.filter(({ state }) => state === 'met').map(({ requirement }) => requirement);
        expect(good).not.toContain('support');
        expect(good).not.toContain('onSite');
        const [meeting] = silent.filter(({ requirement }) => requirement === 'meeting');
        expect(meeting?.state === 'met' && meeting.because.code !== 'MEETING_AHEAD').toBe(false);
      }),
    );
  });

  test('more support never makes it worse', () => {
    const order = ['broken', 'near', 'unknown', 'met'];
    const rankOf = (facts: PlacementFacts) => order.indexOf(supportInTime(facts, TERMS, TODAY).state);
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 0, max: 120 }), (facts, more) => {
        const given = { ...facts, hasLog: true, reports: [] };
        const weeks = FULL.map(({ from }) => {
          const before = given.weeks.find((week) => week.from === from)?.minutes ?? 0;
          return { from, minutes: before + more };
        });
        expect(rankOf({ ...given, weeks })).toBeGreaterThanOrEqual(rankOf(given));
      }),
    );
  });

  test('in the order of urgency none is before what is more urgent', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const sorted = judgedWith(facts).toSorted(byUrgency);
        expect(sorted.slice(1).filter((each, index) => byUrgency(sorted[index] ?? each, each) > 0)).toEqual(
          [],
        );
      }),
    );
  });
});
