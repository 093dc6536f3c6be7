import { describe, expect, test } from 'vitest';
import { validateReport } from '#lib/domain/report/check-report.ts';
import { notAssessed, notAssessedWords } from '#lib/domain/report/not-assessed.ts';
import { CONTENT, checked, rows } from '#lib/domain/report/testing/checked.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const OWN_LOG = { content: CONTENT, hasLog: false, isAwayWholeDays: false };
const COMPARED = {
  sameHours: { vector: '', others: 0, likely: 0 },
  usual: null,
  coach: null,
  coachDay: null,
  distanceMonths: 0,
};

describe('of a month with support and no log', () => {
  test('what needs dates is not assessed; of absence only where there is any', () => {
    expect(notAssessed(OWN_LOG)).toEqual(['IMPOSSIBLE_TIME', 'MEETING_INTERVAL']);
    expect(notAssessed({ ...OWN_LOG, isAwayWholeDays: true })).toContain('ABSENT_BUT_ACTIVE');
    expect(notAssessed({ ...OWN_LOG, hasLog: true })).toEqual([]);
  });

  test('own work alone has no days to ask about', () => {
    expect(
      notAssessed({ ...OWN_LOG, content: rows({ activity: 'ownWork', form: null, minutes: 600 }) }),
    ).toEqual([]);
  });

  test('it is said in one sentence, with what they ask', () => {
    expect(notAssessedWords(notAssessed(OWN_LOG))).toBe(
      'Månaden har ingen logg i portalen, och inga dagar. Därför går det inte att bedöma om det är för mycket tid på en och samma dag eller om det gick för länge mellan mötena.',
    );
    expect(notAssessedWords([])).toBeNull();
  });
});

describe('the verdict on a report', () => {
  const given = (facts: object) => validateReport(checked({ facts: { compared: COMPARED, ...facts } }));
  test('names what could not be assessed', () => {
    expect(given({}).notAssessed).toEqual(['IMPOSSIBLE_TIME', 'MEETING_INTERVAL']);
    const absence = { date: plainDate('2026-03-10'), isWhole: true, minutes: 0 };
    expect(given({ absences: [absence] }).notAssessed).toHaveLength(3);
    expect(given({ meetings: { since: plainDate('2026-03-01'), held: [] } }).notAssessed).toEqual([]);
  });

  test('says nothing of it where nothing was compared', () => {
    expect(given({ compared: null }).notAssessed).toEqual([]);
  });
});
