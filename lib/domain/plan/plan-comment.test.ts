import { expect, test } from 'vitest';
import { commentProblem, MOST_UNREAD_COMMENTS } from '#lib/domain/plan/plan-comment.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const plan = { activities: ['ownWork', 'mapping'], to: plainDate('2026-07-01'), unread: 0 } as const;
const lastDay = plainDate('2026-06-30');

test.each([
  ['on the whole plan', plan, null, lastDay, null],
  ['on one of its activities', plan, 'mapping', lastDay, null],
  ['on an activity that it does not have', plan, 'health', lastDay, 'invalidInput'],
  ['when the placement has ended', plan, null, plainDate('2026-07-01'), 'placementEnded'],
  ['the last that may wait', { ...plan, unread: MOST_UNREAD_COMMENTS - 1 }, null, lastDay, null],
  ['one too many', { ...plan, unread: MOST_UNREAD_COMMENTS }, null, lastDay, 'manyUnread'],
] as const)('a comment %s', (_, given, activity, today, code) => {
  expect(commentProblem(given, activity, today)?.code ?? null).toBe(code);
});
