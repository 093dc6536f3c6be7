import {
  COMPLAINT_CATEGORIES,
  type ComplaintCategory,
  LEAST_COMPLAINT,
} from '#lib/domain/complaint/complaint.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import { conflict, type FieldProblem, type Problem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** Complaints that a participant may send in one day; more are for the phone. */
export const MOST_COMPLAINTS_A_DAY = 5;

/** What a participant has complained of themselves, and what came of it. */
export type OwnComplaint = {
  readonly id: string;
  readonly number: number;
  readonly provider: string;
  readonly category: ComplaintCategory;
  readonly words: string;
  readonly sentOn: PlainDate;
  readonly mayName: boolean;
  readonly answered: { readonly words: string; readonly answeredOn: PlainDate } | null;
};

/** The number that a complaint is referred to by: `S-000123`. */
export function complaintNumber(number: number): string {
  return `S-${String(number).padStart(6, '0')}`;
}

/** Whom a participant can complain of: a provider that they have, or have had. */
export type ComplainedOf = { readonly placementId: string; readonly provider: string };

export type TypedOwnComplaint = {
  readonly placementId: string;
  readonly category: string;
  readonly words: string;
};
export type NewOwnComplaint = {
  readonly placementId: string;
  readonly category: ComplaintCategory;
  readonly words: string;
};

/** The complaint that was typed, or everything that is wrong with it: words have 10 characters at least, blanks around them not counted. */
export function readOwnComplaint(
  typed: TypedOwnComplaint,
  own: readonly ComplainedOf[],
): Result<NewOwnComplaint, readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const placement = own.find(({ placementId }) => placementId === typed.placementId);
  if (placement === undefined)
    problems.push({ pointer: '/placementId', code: 'placementMissing', message: 'Välj vem det handlar om.' });
  const category = COMPLAINT_CATEGORIES.find((one) => one === typed.category);
  if (category === undefined)
    problems.push({ pointer: '/category', code: 'categoryMissing', message: 'Välj vad det handlar om.' });
  const words = typed.words.trim();
  if (words.length < LEAST_COMPLAINT)
    problems.push({
      pointer: '/words',
      code: 'complaintTooShort',
      message: `Skriv lite mer. Minst ${LEAST_COMPLAINT} tecken.`,
    });
  return problems.length > 0 || placement === undefined || category === undefined
    ? err(problems)
    : ok({ placementId: placement.placementId, category, words });
}

type Complaining = {
  readonly sentToday: number;
  /** Of a protected identity only those who are named may read. */
  readonly hasReader: boolean;
};

/** Null where one more may be sent today, and somebody is there who may read it. */
export function refuseComplaining({ sentToday, hasReader }: Complaining): Problem | null {
  if (!hasReader) {
    return conflict([], {
      code: 'complaintUnread',
      title: {
        sv: 'Du har skyddade personuppgifter. Ring oss i stället, så att rätt person tar emot det du vill säga.',
        en: 'Your personal data are protected. Call us instead, so that the right person receives what you want to say.',
      },
    });
  }
  if (sentToday < MOST_COMPLAINTS_A_DAY) return null;
  return conflict([], {
    code: 'tooManyComplaints',
    title: {
      sv: 'Du har skickat många synpunkter i dag. Ring oss om det är bråttom.',
      en: 'You have sent many complaints today. Call us if it is urgent.',
    },
  });
}
