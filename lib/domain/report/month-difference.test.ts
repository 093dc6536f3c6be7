import { describe, expect, it } from 'vitest';
import { monthDifference } from '#lib/domain/report/month-difference.ts';
import { EMPTY_CONTENT, type ReportContent, type ReportRow } from '#lib/domain/report/report-content.ts';

const meeting = (minutes: number, form: ReportRow['form'] = 'onSite'): ReportRow => ({
  activity: 'individualMeeting',
  form,
  minutes,
});
const content = (...rows: ReportRow[]): ReportContent => ({ ...EMPTY_CONTENT, rows });

describe('against the month before', () => {
  it('the same minutes in every activity and form are equal', () => {
    expect(monthDifference(content(meeting(300)), content(meeting(300)))).toMatchObject({
      kind: 'equal',
      supportChange: 0,
    });
  });

  it('two months without anything are not called a copy', () => {
    expect(monthDifference(content(), content()).kind).toBe('little');
  });

  it.each([
    // [then, now, kind]: half of what it was and four hours, both
    [480, 720, 'much'],
    [480, 705, 'little'],
    [495, 735, 'little'],
    [600, 300, 'much'],
    [60, 285, 'little'],
    [0, 240, 'much'],
  ])('from %i to %i minutes of support differs %s', (before, now, kind) => {
    const rows = (minutes: number): ReportRow[] => (minutes === 0 ? [] : [meeting(minutes)]);
    expect(monthDifference(content(...rows(now)), content(...rows(before))).kind).toBe(kind);
  });

  it('half of the support moved from on site to a distance differs much', () => {
    const now = content(meeting(150), meeting(150, 'phone'));
    expect(monthDifference(now, content(meeting(300)))).toMatchObject({ kind: 'much', onSiteBefore: 1000 });
  });

  it('activities that came and went are named; own work is no support', () => {
    const before = content(meeting(60), { activity: 'mapping', form: 'onSite', minutes: 60 });
    const now = content(meeting(120), { activity: 'ownWork', form: null, minutes: 600 });
    expect(monthDifference(now, before)).toMatchObject({
      newActivities: ['ownWork'],
      goneActivities: ['mapping'],
      supportChange: 0,
      kind: 'little',
    });
  });
});
