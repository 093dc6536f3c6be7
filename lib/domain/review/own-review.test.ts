import { describe, expect, it } from 'vitest';
import { type OwnReview, reviewStep } from '#lib/domain/review/own-review.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const DECIDE_BY = plainDate('2026-03-17');
const LAST_DAY = plainDate('2026-03-24');
const review = (given: Partial<OwnReview>): OwnReview => ({
  reportId: '',
  version: 1,
  status: 'inReview',
  decideBy: DECIDE_BY,
  standingStatus: null,
  replyBy: null,
  reply: 'none',
  askBy: null,
  decisions: [],
  reopenings: [],
  findings: [],
  ...given,
});

describe('the next step of a report', () => {
  it.each([
    ['to wait for the decision', {}, { kind: 'waits', by: DECIDE_BY }],
    [
      'to wait, counting as before, when it is taken up again',
      { standingStatus: 'approved' },
      { kind: 'reopened', by: DECIDE_BY, counts: 'approved' },
    ],
    ['to answer what is proposed', { reply: 'waiting', replyBy: LAST_DAY }, { kind: 'answer', by: LAST_DAY }],
    ['to wait when that is done', { reply: 'answered', replyBy: LAST_DAY }, { kind: 'answered' }],
    [
      'nothing when the last day is over',
      { reply: 'over', replyBy: LAST_DAY },
      { kind: 'over', by: LAST_DAY },
    ],
    ['to complete what is returned', { status: 'returned' }, { kind: 'complete', by: null }],
    [
      'to ask for reconsideration of a rejection',
      { status: 'rejected', askBy: LAST_DAY },
      { kind: 'askReconsideration', by: LAST_DAY },
    ],
    ['none of an approval', { status: 'approved' }, { kind: 'done' }],
  ] as const)('is %s', (_, given, step) => {
    expect(reviewStep(review(given))).toEqual(step);
  });
});
