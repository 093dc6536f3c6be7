import { type Communicated, replyState } from '#lib/domain/review/reply-state.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import { conflict, type Problem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';

/** Whether the provider may answer the proposed rejection: once, through its last day. Source: review, section 4. */
export function replyToProposal(communicated: Communicated, today: PlainDate): Result<'answered', Problem> {
  const refused = (code: string, sv: string, en: string) => err(conflict([], { code, title: { sv, en } }));
  switch (replyState(communicated, today)) {
    case 'waiting':
      return ok('answered');
    case 'none':
      return refused(
        'nothingProposed',
        'Det finns inget förslag att svara på.',
        'There is no proposal to answer.',
      );
    case 'answered':
      return refused(
        'alreadyAnswered',
        'Ni har redan svarat på förslaget.',
        'You have already answered the proposal.',
      );
    case 'over': {
      const day = communicated.replyBy;
      const [sv, en] = day === null ? ['', ''] : [dateInWords(day, 'sv'), dateInWords(day, 'en')];
      return refused('replyOver', `Sista dagen att svara var ${sv}.`, `The last day to answer was ${en}.`);
    }
  }
}
