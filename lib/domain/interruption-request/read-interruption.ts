import type { DocumentPlacement } from '#lib/domain/document/document.ts';
import type {
  InterruptionContent,
  TypedInterruption,
} from '#lib/domain/interruption-request/interruption-request.ts';
import {
  activityAfterSv,
  isBeforeActivity,
  readLastDay,
} from '#lib/domain/placement-decision/end-placement.ts';
import { readCause } from '#lib/domain/placement-decision/interruption-cause.ts';
import { type TextRemark, textRemarks } from '#lib/domain/text/text-remarks.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** Least number of characters of what happened and of what was adapted. */
const LEAST_INTERRUPTION_TEXT = 20;
/** Least number of characters of what the participant says: a word or two can be all of it. */
const LEAST_SAID = 5;

const TEXTS = [
  ['happened', LEAST_INTERRUPTION_TEXT, 'Beskriv vad som har hänt'],
  ['adapted', LEAST_INTERRUPTION_TEXT, 'Beskriv vad ni har anpassat och prövat'],
  ['said', LEAST_SAID, 'Skriv vad deltagaren själv säger, eller att ni inte har fått tag på deltagaren,'],
] as const;

/**
 * The request that was typed, or every fault at its field (service description section 5: cause, adaptations already made,
 * what the participant says). The cause is one of those that are given `today`.
 */
export function readInterruption(
  typed: TypedInterruption,
  placement: Pick<DocumentPlacement, 'from' | 'to'>,
  today: PlainDate,
): Result<InterruptionContent, readonly FieldProblem[]> {
  const faults: FieldProblem[] = [];
  const cause = readCause(typed.cause, today);
  if (cause === null)
    faults.push({
      pointer: '/cause',
      code: 'causeMissing',
      message: 'Välj orsaken till att ni vill avbryta.',
    });
  for (const [field, least, message] of TEXTS) {
    if (typed[field].length < least)
      faults.push({
        pointer: `/${field}`,
        code: 'tooShort',
        message: `${message} på minst ${least} tecken.`,
      });
  }
  const lastDay = readLastDay(typed.lastDay, placement, '/lastDay');
  if (!lastDay.ok) faults.push(lastDay.error);
  if (faults.length > 0 || cause === null || !lastDay.ok) return err(faults);
  const { happened, adapted, said } = typed;
  const answerBy = lastDay.value >= today ? lastDay.value : null;
  return ok({ cause, happened, adapted, said, lastDay: lastDay.value, answerBy });
}

const NAMES = { happened: 'Vad som har hänt', adapted: 'Vad ni har anpassat', said: 'Vad deltagaren säger' };

/** What to look at once more: identity numbers, words of health, activities after the last day. */
export function interruptionRemarks(
  content: InterruptionContent,
  lastActivityOn: PlainDate | null,
): readonly TextRemark[] {
  const sensitive = TEXTS.flatMap(([field]) => textRemarks(`/${field}`, NAMES[field], content[field]));
  if (!isBeforeActivity(content.lastDay, lastActivityOn)) return sensitive;
  return [...sensitive, { pointer: '/lastDay', message: activityAfterSv(lastActivityOn) }];
}
