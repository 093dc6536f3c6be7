import { describe, expect, it } from 'vitest';
import { cellLook, type LookedAt, sameMinutes } from '#components/month-grid/cell-look.ts';

const ROW: LookedAt = {
  typed: { 'individualMeeting:onSite': '2:00', 'mapping:video': '1:00', 'health:phone': '0:45' },
  log: { 'individualMeeting:onSite': '2:00', 'mapping:video': '1:30' },
  planned: ['individualMeeting', 'ownWork', 'mapping', 'practicalSupport'],
  live: { problems: {}, remarks: [] },
};

describe('a cell', () => {
  it('is quiet as the log has it, and marked where it says otherwise', () => {
    expect(cellLook('individualMeeting:onSite', ROW)).toBe('log');
    expect(cellLook('mapping:video', ROW)).toBe('changed');
    // What the log has and the month has not is changed too.
    expect(cellLook('mapping:video', { ...ROW, typed: {} })).toBe('changed');
  });

  it('is not marked against a log that says nothing at all', () => {
    expect(cellLook('mapping:video', { ...ROW, log: {} })).toBe('plain');
  });

  it('is dashed where the activity is planned and has no time in any form', () => {
    expect(cellLook('practicalSupport:onSite', ROW)).toBe('empty');
    expect(cellLook('individualMeeting:video', ROW)).toBe('plain');
    expect(cellLook('practicalSupport:onSite', { ...ROW, typed: { noActivityReason: 'sick' } })).toBe(
      'plain',
    );
  });

  it('outside the plan is quiet while it is empty, and stops the month with time in it', () => {
    expect(cellLook('health:video', ROW)).toBe('off');
    expect(cellLook('health:phone', ROW)).toBe('stop');
    // Without any plan it is the month that lacks one, not the cell that is wrong.
    expect(cellLook('health:phone', { ...ROW, planned: null, log: {} })).toBe('plain');
  });

  it('stops the month when it cannot be read', () => {
    const problems = { 'mapping:video': [{ pointer: '', code: 'minutesStep', message: 'Fel.' }] };
    expect(cellLook('mapping:video', { ...ROW, live: { problems, remarks: [] } })).toBe('stop');
  });

  it('of the meeting that is missing is looked at once more', () => {
    const remark = { code: 'MANDATORY_MISSING', severity: 'hold', message: '', fix: '', row: null } as const;
    const live = { problems: {}, remarks: [{ ...remark, column: 'activity' as const }] };
    expect(cellLook('individualMeeting:onSite', { ...ROW, typed: {}, live })).toBe('warn');
  });
});

describe('minutes', () => {
  it('are the same however they are written', () => {
    expect(sameMinutes('90', '1:30')).toBe(true);
    expect(sameMinutes('', '–')).toBe(true);
    expect(sameMinutes('90', '')).toBe(false);
    expect(sameMinutes('1:30', '1:45')).toBe(false);
  });
});
