import type { SentAnswer } from '#lib/domain/activity-answer/activity-answer.ts';
import { giveAnswer } from '#lib/server/activity-answer/give-answer.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';
import { withoutSearch, withSearch } from '#lib/server/http/safe-path.ts';

export const POST = commandRoute(giveAnswer, {
  done: ({ answer, held, month }, back) =>
    withSearch(withSearch(withoutSearch(back, 'dispute'), 'said', saidOf(answer, held)), 'month', month),
  page: '/participant/activities',
  status: 201,
});

/** What the page says of it: a person reads the month all the same, also where a dispute no longer stands. */
function saidOf(answer: SentAnswer, held: boolean): string {
  if (!held) return answer;
  return answer === 'disputed' ? 'held' : 'stillHeld';
}
