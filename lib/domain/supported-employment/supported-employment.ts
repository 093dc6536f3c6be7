import { isOrganisationNumber } from '#lib/domain/placement/identity-number.ts';
import { orgNoDigits, readDay, readExtent, type Tell } from '#lib/domain/text/read-typed.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** Kinds of support for an employment that can be asked for; `advice` leaves it to the caseworker. */
export const SUPPORT_KINDS = [
  'newStart',
  'introduction',
  'wageSubsidy',
  'development',
  'security',
  'advice',
] as const;
export type SupportKind = (typeof SUPPORT_KINDS)[number];

/** An employment with support, as the provider asks for it (service description section 5). */
export type SupportedEmployment = {
  readonly employerName: string;
  /** Ten digits; null for sole traders, who have none of their own. */
  readonly employerOrgNo: string | null;
  readonly contact: string;
  readonly duties: string;
  readonly extentPercent: number;
  readonly startsOn: PlainDate;
  readonly support: SupportKind;
  /** By when the employer needs an answer. */
  readonly answerBy: PlainDate;
  readonly message: string;
};

export type TypedSupportedEmployment = {
  readonly employerName: string;
  readonly employerKind: string;
  readonly employerOrgNo: string;
  readonly contact: string;
  readonly duties: string;
  readonly extentPercent: string;
  readonly startsOn: string;
  readonly support: string;
  readonly answerBy: string;
  readonly message: string;
};

/** The number as ten digits, null for a sole trader; undefined where it is wrong. */
function readOrgNo(
  { employerKind, employerOrgNo }: TypedSupportedEmployment,
  tell: Tell,
): string | null | undefined {
  const digits = orgNoDigits(employerOrgNo);
  if (employerKind === 'soleTrader') {
    if (digits === '') return null;
    tell(
      '/employerOrgNo',
      'orgNoNotExpected',
      'Lämna numret tomt för en enskild firma: det är ägarens personnummer.',
    );
    return undefined;
  }
  if (isOrganisationNumber(digits)) return digits;
  tell(
    '/employerOrgNo',
    digits === '' ? 'orgNoMissing' : 'orgNoInvalid',
    digits === ''
      ? 'Ange organisationsnumret, eller välj att det är en enskild firma.'
      : 'Organisationsnumret stämmer inte. Det har tio siffror, och den sista kontrollerar de andra.',
  );
  return undefined;
}

/**
 * The request that was typed, or everything that is wrong with it. An answer takes a day: it is asked for after `today`, and
 * by the start at the latest.
 */
export function readSupportedEmployment(
  typed: TypedSupportedEmployment,
  today: PlainDate,
): Result<SupportedEmployment, readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const tell: Tell = (pointer, code, message, fix) =>
    problems.push(fix === undefined ? { pointer, code, message } : { pointer, code, message, fix });
  if (typed.employerName === '') tell('/employerName', 'employerNameMissing', 'Ange arbetsgivarens namn.');
  if (typed.contact === '')
    tell(
      '/contact',
      'contactMissing',
      'Ange vem handläggaren kan ringa hos arbetsgivaren, med telefonnummer.',
    );
  const employerOrgNo = readOrgNo(typed, tell);
  if (typed.duties === '') tell('/duties', 'dutiesMissing', 'Skriv vad arbetet går ut på.');
  const extentPercent = readExtent(typed.extentPercent, '/extentPercent', tell);
  const startsOn = readDay(typed.startsOn, '/startsOn', 'startdagen', tell);
  const support = SUPPORT_KINDS.find((one) => one === typed.support);
  if (support === undefined) tell('/support', 'supportMissing', 'Välj vilket stöd det gäller.');
  const answerBy = readDay(typed.answerBy, '/answerBy', 'svarsdagen', tell);
  if (startsOn !== null && startsOn <= today)
    tell(
      '/startsOn',
      'startsTooSoon',
      'Stödet måste vara beslutat innan arbetet börjar.',
      'Ange en dag framåt.',
    );
  if (answerBy !== null && answerBy <= today)
    tell('/answerBy', 'answerTooSoon', 'Handläggaren behöver minst en dag på sig.', 'Ange en dag framåt.');
  if (startsOn !== null && answerBy !== null && answerBy > startsOn)
    tell('/answerBy', 'answerAfterStart', 'Svaret behövs senast den dag arbetet börjar.');
  if (
    problems.length > 0 ||
    employerOrgNo === undefined ||
    extentPercent === null ||
    support === undefined ||
    startsOn === null ||
    answerBy === null
  )
    return err(problems);
  const { employerName, contact, duties, message } = typed;
  return ok({
    employerName,
    employerOrgNo,
    contact,
    duties,
    extentPercent,
    startsOn,
    support,
    answerBy,
    message,
  });
}

/** What a caseworker grants: which support, half-open days. */
export type GrantedSupport = {
  readonly support: Exclude<SupportKind, 'advice'>;
  readonly from: PlainDate;
  readonly to: PlainDate;
};

/** The grant that was typed, with `through` as its last day, or everything that is wrong with it. */
export function readGrant(typed: {
  readonly support: string;
  readonly from: string;
  readonly through: string;
}): Result<GrantedSupport, readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const tell: Tell = (pointer, code, message) => problems.push({ pointer, code, message });
  const support = SUPPORT_KINDS.find((one) => one === typed.support);
  if (support === undefined || support === 'advice')
    tell('/answer/support', 'supportMissing', 'Välj vilket stöd som beviljas.');
  const from = readDay(typed.from, '/answer/from', 'första dagen', tell);
  const through = readDay(typed.through, '/answer/through', 'sista dagen', tell);
  if (from !== null && through !== null && through < from)
    tell('/answer/through', 'endsBeforeStart', 'Sista dagen kan inte vara före den första.');
  if (
    problems.length > 0 ||
    support === undefined ||
    support === 'advice' ||
    from === null ||
    through === null
  )
    return err(problems);
  return ok({ support, from, to: addDays(through, 1) });
}
