import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finalReportsInTime, LEAST_ANSWERS, planable } from '#lib/domain/quality/final-reports.ts';
import { standingWords } from '#lib/domain/quality/standing-words.ts';
import { addDays, plainDate } from '#lib/shared/plain-date.ts';

const today = plainDate('2026-05-18');
const ended = (due: number, sent: number | null) => ({
  dueOn: addDays(today, due),
  submittedOn: sent === null ? null : addDays(today, sent),
});

describe('an office’s final reports', () => {
  it.each([
    ['FINAL_REPORTS_NONE', 'met', []],
    ['FINAL_REPORTS_NONE', 'met', [ended(6, null)]],
    ['FINAL_REPORTS_SENT', 'met', [ended(-3, -4), ended(-3, -3)]],
    ['FINAL_REPORTS_SOON', 'near', [ended(-3, -3), ended(0, null), ended(5, null)]],
    ['FINAL_REPORTS_LATE', 'broken', [ended(-3, -2), ended(2, null)]],
    ['FINAL_REPORTS_MISSING', 'broken', [ended(-1, null), ended(-3, -2)]],
  ] as const)('stand as %s', (code, state, given) => {
    expect(finalReportsInTime(given, today)).toMatchObject({ state, because: { code } });
  });

  it('tell how many, and by when the next is due', () => {
    const standing = finalReportsInTime([ended(-9, null), ended(-3, -2), ended(-4, -4)], today);
    expect(standing).toMatchObject({ value: 1, limit: 3, until: '2026-05-09' });
    expect(standingWords(standing.because)).toBe(
      '1 av 3 slutredovisningar saknas efter sista dagen. 1 kom för sent.',
    );
  });
});

describe('whether one can plan from them', () => {
  it('is not known before five answers, then a share in which partly counts half', () => {
    expect(planable({ yes: 4, partly: 0, no: 0 })).toMatchObject({ state: 'unknown', value: null });
    // (3 + 2 · 0.5) ÷ 5 = 0.8
    expect(planable({ yes: 3, partly: 2, no: 0 })).toMatchObject({ state: 'met', value: 800 });
    // (3 + 0.5) ÷ 5 = 0.7
    expect(planable({ yes: 3, partly: 1, no: 1 })).toMatchObject({ state: 'near', value: 700 });
  });

  it('is never a breach, and never less for a better answer', () => {
    const count = fc.nat(50);
    fc.assert(
      fc.property(count, count, count, (yes, partly, no) => {
        const { state, value } = planable({ yes, partly, no });
        expect(state).not.toBe('broken');
        const better = planable({ yes: yes + 1, partly, no });
        fc.pre(yes + partly + no >= LEAST_ANSWERS);
        expect(better.value).toBeGreaterThanOrEqual(value ?? 0);
      }),
    );
  });
});
