import { describe, expect, it } from 'vitest';
import { completeBy, replyBy } from '#lib/domain/review/last-days.ts';
import { verdictsOf } from '#lib/domain/review/finding-verdict.ts';
import { replyToProposal } from '#lib/domain/review/reply-to-proposal.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

describe('a provider answers a proposed rejection', () => {
  const by = plainDate('2026-03-24');
  it.each([
    ['through the last day', { replyBy: by, replied: false }, '2026-03-24', null],
    ['not the day after', { replyBy: by, replied: false }, '2026-03-25', 'replyOver'],
    ['once', { replyBy: by, replied: true }, '2026-03-11', 'alreadyAnswered'],
    ['where one is proposed', { replyBy: null, replied: false }, '2026-03-11', 'nothingProposed'],
  ] as const)('%s', (_, communicated, today, code) => {
    expect(replyToProposal(communicated, plainDate(today))).toMatchObject(
      code === null ? { ok: true } : { ok: false, error: { status: 409, code } },
    );
  });

  // 10 March 2026 is a Tuesday: ten working days reach Tuesday 24 March, five Tuesday 17 March.
  it('within the terms’ working days', () => {
    const day = plainDate('2026-03-10');
    expect(replyBy(day, { replyWorkdays: 10 })).toBe('2026-03-24');
    expect(completeBy(day, { completionWorkdays: 5 })).toBe('2026-03-17');
    // Good Friday and Easter Monday, 3 and 6 April, are no working days.
    expect(replyBy(plainDate('2026-03-30'), { replyWorkdays: 10 })).toBe('2026-04-15');
  });
});

describe('verdicts on what the checks found', () => {
  const refusal = { kind: 'return', reasonCode: 'minutes', reason: 'Se över minuterna.' } as const;
  it('follow the decision where the reviewer says nothing', () => {
    expect(verdictsOf(['LATE'], {}, { kind: 'approve' })).toEqual([{ code: 'LATE', upheld: false }]);
    expect(verdictsOf(['LATE'], {}, refusal)).toEqual([{ code: 'LATE', upheld: true }]);
  });
  it('are the reviewer’s own where they say so, and of nothing that was not found', () => {
    expect(verdictsOf(['LATE'], { LATE: true, OTHER: true }, { kind: 'approve' })).toEqual([
      { code: 'LATE', upheld: true },
    ]);
  });
});
