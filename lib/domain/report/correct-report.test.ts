import { describe, expect, it } from 'vitest';
import { decideCorrectionOf, wayToCorrect } from '#lib/domain/report/correct-report.ts';
import type { ReportStatus } from '#lib/domain/review/decide-report.ts';

describe('a report is corrected', () => {
  it.each<[ReportStatus, string]>([
    ['submitted', 'atOnce'],
    ['inReview', 'atOnce'],
    ['approved', 'whenApproved'],
  ])('as %s: %s', (status, way) => {
    expect(wayToCorrect({ status, reopened: false })).toEqual({ ok: true, value: way });
  });

  it.each<[ReportStatus, string]>([
    ['returned', 'reportReturned'],
    ['rejected', 'reportRejected'],
    ['superseded', 'notCurrent'],
    ['withdrawn', 'notCurrent'],
  ])('never as %s: %s', (status, code) => {
    expect(wayToCorrect({ status, reopened: false })).toMatchObject({ ok: false, error: { code } });
  });

  it('not while the decision on it is taken up again: who may decide rests on that very report', () => {
    expect(wayToCorrect({ status: 'inReview', reopened: true })).toMatchObject({
      error: { code: 'decisionReopened' },
    });
    expect(wayToCorrect({ status: 'approved', reopened: true })).toEqual({ ok: true, value: 'whenApproved' });
  });
});

const refuse = { kind: 'reject', reasonCode: 'minutes', reason: 'Loggen säger annat.' } as const;

describe('a correction is decided', () => {
  it('once', () => {
    const correction = { status: 'rejected', reportStatus: 'approved' } as const;
    expect(decideCorrectionOf(correction, { kind: 'approve' })).toMatchObject({
      error: { code: 'alreadyDecided' },
    });
  });

  it('approved only where the report that it corrects is approved; rejected whatever has become of that', () => {
    const correction = { status: 'submitted', reportStatus: 'inReview' } as const;
    expect(decideCorrectionOf(correction, { kind: 'approve' })).toMatchObject({
      error: { code: 'reportNotApproved' },
    });
    expect(decideCorrectionOf(correction, refuse)).toEqual({ ok: true, value: 'rejected' });
    expect(
      decideCorrectionOf({ status: 'submitted', reportStatus: 'approved' }, { kind: 'approve' }),
    ).toEqual({ ok: true, value: 'approved' });
  });
});
