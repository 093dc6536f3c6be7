import { describe, expect, it } from 'vitest';
import { remedyFor } from '#lib/domain/statement/remedy.ts';

describe('what to do about a month that is not paid', () => {
  it('follows the report as it stands today, not as it stood at the cut-off', () => {
    expect(remedyFor('reportMissing', null)).toBe('sendReport');
    expect(remedyFor('reportMissing', 'submitted')).toBe('awaitReview');
    expect(remedyFor('reportMissing', 'approved')).toBe('nextStatement');
    expect(remedyFor('reportNotApproved', 'returned')).toBe('completeReport');
    expect(remedyFor('reportNotApproved', 'rejected')).toBe('readDecision');
  });

  it('is nothing where no report can change it', () => {
    expect(remedyFor('reportTooLate', 'approved')).toBe('nothing');
    expect(remedyFor('broken', null)).toBe('nothing');
  });
});
