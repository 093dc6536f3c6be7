import { describe, expect, it } from 'vitest';
import { type DecidedReport, reopenReport } from '#lib/domain/review/reopen-report.ts';

const approved: DecidedReport = { status: 'approved', decidedByPersonId: 'anna', reconsidered: false };

describe('a decision is taken up again', () => {
  it.each(['approved', 'rejected'] as const)('when it is %s, by whoever sees that it was wrong', (status) => {
    expect(reopenReport({ ...approved, status }, 'wrong', 'anna')).toEqual({ ok: true, value: 'inReview' });
    expect(reopenReport({ ...approved, status }, 'wrong', 'bo')).toEqual({ ok: true, value: 'inReview' });
  });

  it.each(['submitted', 'inReview', 'returned', 'superseded', 'withdrawn'] as const)(
    'not when it is %s',
    (status) => {
      expect(reopenReport({ ...approved, status }, 'wrong', 'bo')).toMatchObject({
        ok: false,
        error: { status: 409, code: 'notReopenable' },
      });
    },
  );

  it('for reconsideration by another reviewer than the one who decided', () => {
    expect(reopenReport(approved, 'reconsideration', 'anna')).toMatchObject({
      ok: false,
      error: { status: 403, errors: [{ code: 'ownDecision' }] },
    });
    expect(reopenReport(approved, 'reconsideration', 'bo').ok).toBe(true);
  });

  it('for reconsideration once; a mistake can still be put right', () => {
    const again = { ...approved, reconsidered: true };
    expect(reopenReport(again, 'reconsideration', 'bo')).toMatchObject({
      error: { code: 'alreadyReconsidered' },
    });
    expect(reopenReport(again, 'wrong', 'bo').ok).toBe(true);
  });

  it('for reconsideration by anybody where no person decided', () => {
    expect(reopenReport({ ...approved, decidedByPersonId: null }, 'reconsideration', 'bo').ok).toBe(true);
  });
});
