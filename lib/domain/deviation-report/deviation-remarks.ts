import {
  type Deviation,
  type DeviationFacts,
  FOLLOW_UPS,
  type FollowUp,
} from '#lib/domain/deviation-report/deviation.ts';
import { conflictWords } from '#lib/domain/deviation-report/conflict-words.ts';
import { loggedConflict } from '#lib/domain/deviation-report/logged-conflict.ts';
import type { DocumentText } from '#lib/domain/document/document-text.ts';
import { textRemarks } from '#lib/domain/text/text-remarks.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type DeviationRemark = { readonly pointer: string; readonly message: string };

/** The answers in words, as a remark names them. */
const ANSWERS: Readonly<Partial<Record<FollowUp, string>>> = {
  what: 'Vad det gällde',
  reason: 'Skälet',
  problem: 'Vad som hände',
  done: 'Vad ni har gjort',
  adapted: 'Vad ni har anpassat',
};

/** Last day in time: an absence of unknown cause is reported the same day (service description section 5). Null: no such day. */
export function deviationDueOn({ cause, from }: Pick<Deviation, 'cause' | 'from'>): PlainDate | null {
  return cause === 'unknown' ? from : null;
}

/**
 * What to look at once more before a report is sent; never refused: identity numbers and words of health in its texts, what
 * the log says against it, and that an unknown cause should have been reported the same day.
 */
export function deviationRemarks(
  content: Deviation,
  { logged, today }: Pick<DeviationFacts, 'logged'> & { readonly today: PlainDate },
): readonly DeviationRemark[] {
  const dueOn = deviationDueOn(content);
  const late =
    dueOn !== null && today > dueOn
      ? [
          {
            pointer: '/from',
            message: `Frånvaro av okänd orsak anmäls samma dag. Det här hände ${formatDate(dueOn)}. Skicka den ändå, så snart du kan.`,
          },
        ]
      : [];
  return [...late, ...conflictRemarks(content, logged), ...sensitiveRemarks(content)];
}

/** The answers in words, each with where it stands. */
export function deviationTexts({ followUp }: Deviation): readonly DocumentText[] {
  return FOLLOW_UPS.flatMap((name) => {
    const where = ANSWERS[name];
    const text = followUp[name] ?? '';
    return where === undefined || text === '' ? [] : [{ place: `/${name}`, where: `”${where}”`, text }];
  });
}

function conflictRemarks(content: Deviation, logged: DeviationFacts['logged']): readonly DeviationRemark[] {
  const conflict = content.type === 'absence' ? loggedConflict(content, logged) : null;
  if (conflict === null) return [];
  const { message, fix } = conflictWords(conflict);
  return [{ pointer: '/absent', message: `${message} ${fix}` }];
}

function sensitiveRemarks({ followUp }: Deviation): readonly DeviationRemark[] {
  return FOLLOW_UPS.flatMap((name) => {
    const where = ANSWERS[name];
    return where === undefined ? [] : textRemarks(`/${name}`, where, followUp[name] ?? '');
  });
}
