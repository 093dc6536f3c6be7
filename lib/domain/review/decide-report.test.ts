import { describe, expect, it } from 'vitest';
import { decideReport, type ReportDecision, type ReportStatus } from '#lib/domain/review/decide-report.ts';

const approve: ReportDecision = { kind: 'approve' };
const refuse = (kind: 'return' | 'reject'): ReportDecision => ({
  kind,
  reasonCode: 'minutes',
  reason: 'Mötet var kortare.',
});
const report = (status: ReportStatus, takenByPersonId: string | null = null) => ({ status, takenByPersonId });

describe('a reviewer decides on a report', () => {
  it.each([
    ['approve', approve, 'approved'],
    ['return', refuse('return'), 'returned'],
    ['reject', refuse('reject'), 'rejected'],
  ] as const)('%s leads to its status', (_, decision, status) => {
    expect(decideReport(report('submitted'), decision, 'me')).toEqual({ ok: true, value: status });
    expect(decideReport(report('inReview', 'me'), decision, 'me')).toEqual({ ok: true, value: status });
  });

  it.each(['approved', 'returned', 'rejected', 'superseded', 'withdrawn'] as const)(
    'but not when it is %s',
    (status) => {
      expect(decideReport(report(status), approve, 'me')).toMatchObject({
        ok: false,
        error: { code: 'alreadyDecided', status: 409 },
      });
    },
  );

  it('and not when a colleague has taken it', () => {
    expect(decideReport(report('inReview', 'colleague'), approve, 'me')).toMatchObject({
      ok: false,
      error: { code: 'takenByColleague', status: 409 },
    });
  });
});
