import { describe, expect, it } from 'vitest';
import {
  type ReconsiderableReport,
  reconsiderReport,
  reopenReport,
} from '#lib/domain/review/reopen-report.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

describe('a decision is taken up again as a mistake', () => {
  it.each(['approved', 'rejected'] as const)('when it is %s', (status) => {
    expect(reopenReport({ status })).toEqual({ ok: true, value: 'inReview' });
  });
  it.each(['submitted', 'inReview', 'returned', 'superseded', 'withdrawn'] as const)(
    'not when it is %s',
    (status) => {
      expect(reopenReport({ status })).toMatchObject({ error: { status: 409, code: 'notReopenable' } });
    },
  );
});

describe('a provider asks for reconsideration', () => {
  const rejected: ReconsiderableReport = {
    status: 'rejected',
    decision: 'reject',
    askBy: plainDate('2026-03-24'),
    reconsidered: false,
  };
  const LAST_DAY = plainDate('2026-03-24');

  it.each([
    ['of a rejection', {}, null],
    ['of fewer minutes', { status: 'approved', decision: 'approveFewer' }, null],
    ['not of an approval', { status: 'approved', decision: 'approve' }, 'notReconsiderable'],
    ['not of what is returned', { status: 'returned', decision: 'return' }, 'notReconsiderable'],
    ['not while it is reviewed', { status: 'inReview', decision: 'proposeReject' }, 'notReconsiderable'],
    ['not of history', { decision: null, askBy: null }, 'notReconsiderable'],
    ['not of what reconsideration led to', { reconsidered: true }, 'alreadyReconsidered'],
  ] as const)('%s', (_, given, code) => {
    expect(reconsiderReport({ ...rejected, ...given }, LAST_DAY)).toMatchObject(
      code === null ? { ok: true, value: 'inReview' } : { ok: false, error: { status: 409, code } },
    );
  });

  it('through the last day, not the day after', () => {
    expect(reconsiderReport(rejected, plainDate('2026-03-25'))).toMatchObject({
      error: { code: 'tooLateToAsk', title: 'Omprövning skulle begäras senast 24 mars 2026.' },
    });
  });
});
