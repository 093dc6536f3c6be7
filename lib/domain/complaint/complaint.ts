import type { PlainDate } from '#lib/shared/plain-date.ts';
import { parsePlainDate } from '#lib/shared/plain-date.ts';
import { conflict, type FieldProblem, type Problem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** Who complained. */
export const COMPLAINT_FROM = ['participant', 'employer', 'public', 'other'] as const;
export type ComplaintFrom = (typeof COMPLAINT_FROM)[number];

/** What a complaint is about. */
export const COMPLAINT_CATEGORIES = [
  'support',
  'treatment',
  'availability',
  'premises',
  'reporting',
  'other',
] as const;
export type ComplaintCategory = (typeof COMPLAINT_CATEGORIES)[number];

/** Least and longest words of a complaint and of its answer, in characters. */
export const LEAST_COMPLAINT = 10;
export const LONGEST_COMPLAINT = 4000;

/** A complaint (klagomål) about a provider, and what came of it; without an answer it is not handled. */
export type Complaint = {
  readonly id: string;
  readonly from: ComplaintFrom;
  readonly category: ComplaintCategory;
  readonly receivedOn: PlainDate;
  readonly words: string;
  readonly officeName: string | null;
  readonly participantId: string | null;
  readonly participantName: string | null;
  readonly writtenByName: string;
  /** Whether the provider may be told who it was; null where somebody at the authority wrote it down. */
  readonly mayName: boolean | null;
  readonly answered: {
    readonly words: string;
    readonly answeredOn: PlainDate;
    readonly answeredByName: string;
  } | null;
};

export type TypedComplaint = Readonly<Record<'from' | 'category' | 'receivedOn' | 'words', string>>;
export type NewComplaint = Pick<Complaint, 'from' | 'category' | 'receivedOn' | 'words'>;

/** The complaint that was typed, or everything that is wrong with it. It was received on `today` at the latest. */
export function readComplaint(
  typed: TypedComplaint,
  today: PlainDate,
): Result<NewComplaint, readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const tell = (pointer: string, code: string, message: string): number =>
    problems.push({ pointer, code, message });
  const from = COMPLAINT_FROM.find((one) => one === typed.from);
  if (from === undefined) tell('/from', 'fromMissing', 'Välj vem klagomålet kommer från.');
  const category = COMPLAINT_CATEGORIES.find((one) => one === typed.category);
  if (category === undefined) tell('/category', 'categoryMissing', 'Välj vad det gäller.');
  const receivedOn = parsePlainDate(typed.receivedOn);
  if (receivedOn === null) tell('/receivedOn', 'dateInvalid', 'Ange ett datum, till exempel 2026-03-01.');
  else if (receivedOn > today) tell('/receivedOn', 'receivedAhead', 'Dagen har inte varit än.');
  const words = typed.words.trim();
  if (words.length < LEAST_COMPLAINT)
    tell('/words', 'wordsTooShort', `Skriv vad klagomålet säger, på minst ${LEAST_COMPLAINT} tecken.`);
  return problems.length > 0 || from === undefined || category === undefined || receivedOn === null
    ? err(problems)
    : ok({ from, category, receivedOn, words });
}

/** Null where a complaint may be answered: once, and never changed. */
export function refuseAnswering({ answered }: { readonly answered: boolean }): Problem | null {
  return answered
    ? conflict([], {
        code: 'alreadyAnswered',
        title: { sv: 'Klagomålet är redan hanterat.', en: 'The complaint has been handled already.' },
      })
    : null;
}
