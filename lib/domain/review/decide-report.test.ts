import { describe, expect, it } from 'vitest';
import { decideReport, type ReportDecision, type UndecidedReport } from '#lib/domain/review/decide-report.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const TODAY = plainDate('2026-03-10');
const approve: ReportDecision = { kind: 'approve' };
const refuse = (kind: 'return' | 'proposeReject' | 'reject'): ReportDecision => ({
  kind,
  reasonCode: 'minutes',
  reason: 'Mötet var kortare.',
});
const report = (given: Partial<UndecidedReport> = {}): UndecidedReport => ({
  status: 'submitted',
  takenByPersonId: null,
  standingStatus: null,
  notByPersonId: null,
  replyBy: null,
  replied: false,
  ...given,
});
const decide = (given: Partial<UndecidedReport>, decision: ReportDecision) =>
  decideReport(report(given), decision, 'me', TODAY);

describe('a reviewer decides on a report', () => {
  it.each([
    ['approve', approve, 'approved'],
    ['return', refuse('return'), 'returned'],
    ['proposeReject', refuse('proposeReject'), 'inReview'],
  ] as const)('%s leads to its status', (_, decision, status) => {
    expect(decide({}, decision)).toEqual({ ok: true, value: status });
    expect(decide({ status: 'inReview', takenByPersonId: 'me' }, decision)).toEqual({
      ok: true,
      value: status,
    });
  });

  it.each(['approved', 'returned', 'rejected', 'superseded', 'withdrawn'] as const)(
    'but not when it is %s',
    (status) => {
      expect(decide({ status }, approve)).toMatchObject({ error: { code: 'alreadyDecided', status: 409 } });
    },
  );

  it('and not when a colleague has taken it, nor when it was theirs to be reconsidered', () => {
    expect(decide({ status: 'inReview', takenByPersonId: 'colleague' }, approve)).toMatchObject({
      error: { code: 'takenByColleague', status: 409 },
    });
    expect(decide({ status: 'inReview', notByPersonId: 'me' }, approve)).toMatchObject({
      error: { status: 403, errors: [{ code: 'ownDecision' }] },
    });
  });
});

describe('a rejection is final', () => {
  const proposed = { status: 'inReview', replyBy: TODAY } as const;
  it.each([
    ['not when nobody was told of it', {}, 'notCommunicated'],
    ['not on the last day to answer', proposed, 'replyNotOver'],
    ['when the provider has answered', { ...proposed, replied: true }, null],
    ['the day after the last day, in silence', { ...proposed, replyBy: plainDate('2026-03-09') }, null],
  ] as const)('%s', (_, given, code) => {
    expect(decide(given, refuse('reject'))).toMatchObject(
      code === null ? { ok: true, value: 'rejected' } : { ok: false, error: { code, status: 409 } },
    );
  });

  it('and proposed once; the proposal is withdrawn by any other decision', () => {
    expect(decide(proposed, refuse('proposeReject'))).toMatchObject({ error: { code: 'alreadyProposed' } });
    expect(decide(proposed, approve)).toEqual({ ok: true, value: 'approved' });
    expect(decide(proposed, refuse('return'))).toEqual({ ok: true, value: 'returned' });
  });
});

it('what counts as approved is not returned, since that could not be answered', () => {
  const standing = { status: 'inReview', standingStatus: 'approved' } as const;
  expect(decide(standing, refuse('return'))).toMatchObject({ error: { code: 'standsApproved' } });
  expect(decide(standing, refuse('proposeReject'))).toEqual({ ok: true, value: 'inReview' });
  expect(decide({ ...standing, standingStatus: 'rejected' }, refuse('return')).ok).toBe(true);
});
