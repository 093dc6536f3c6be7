import { OUTCOME_TYPES, type OutcomeType } from '#lib/domain/compensation/types.ts';
import {
  EMPLOYER_KINDS,
  type EmployerKind,
  type OutcomeContent,
  type OutcomeSpell,
} from '#lib/domain/outcome/outcome.ts';
import { isOrganisationNumber } from '#lib/domain/placement/identity-number.ts';
import { orgNoDigits, readDay, readExtent, type Tell } from '#lib/domain/text/read-typed.ts';
import { capitalFirst } from '#lib/shared/capital-first.ts';
import { addDays, parsePlainDate, type PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** A row of the form as it was typed. `through` is the last day; empty where it goes on. */
export type TypedSpell = {
  readonly from: string;
  readonly through: string;
  readonly extentPercent: string;
  readonly employerKind: string;
  readonly employerOrgNo: string;
  readonly employerName: string;
};
export type TypedOutcome = {
  readonly type: string;
  readonly from: string;
  readonly signalledOn: string;
  readonly appliedOn: string;
  readonly spells: readonly TypedSpell[];
};

/** The day that stands above the periods, which have first days of their own. */
const START = 'första dagen med arbete eller studier';

/** A row that nobody has written anything in. */
export function isBlank(spell: TypedSpell): boolean {
  const { from, through, extentPercent, employerOrgNo, employerName } = spell;
  return [from, through, extentPercent, employerOrgNo, employerName].every((text) => text.trim() === '');
}

function readNeededDay(text: string, pointer: string, what: string, tell: Tell): PlainDate | null {
  if (text.trim() !== '') return readDay(text, pointer, what, tell);
  tell(pointer, 'dateMissing', `Ange ${what}.`);
  return null;
}

function notFuture(day: PlainDate | null, pointer: string, what: string, today: PlainDate, tell: Tell): void {
  if (day !== null && day > today)
    tell(pointer, 'dateInFuture', `${capitalFirst(what)} kan inte ligga framåt i tiden.`);
}

function readType(text: string, tell: Tell): OutcomeType | null {
  const type = OUTCOME_TYPES.find((one) => one === text);
  if (type === undefined) tell('/type', 'typeMissing', 'Välj vad resultatet är.');
  return type ?? null;
}

/** The employer's number as ten digits, null where there is none; undefined where it is wrong. */
function readEmployer(spell: TypedSpell, at: string, tell: Tell): string | null | undefined {
  const kind: EmployerKind | undefined = EMPLOYER_KINDS.find((one) => one === spell.employerKind);
  const digits = orgNoDigits(spell.employerOrgNo);
  if (kind === undefined) {
    tell(
      `${at}/employerKind`,
      'employerKindMissing',
      'Välj vilken sorts arbetsgivare eller anordnare det är.',
    );
    return undefined;
  }
  if (spell.employerName.trim() === '')
    tell(`${at}/employerName`, 'employerNameMissing', 'Ange namnet på arbetsgivaren eller skolan.');
  if (kind !== 'organisation') {
    if (digits === '') return null;
    tell(
      `${at}/employerOrgNo`,
      'orgNoNotExpected',
      'Lämna organisationsnumret tomt, eller välj att det är ett företag eller en organisation.',
    );
    return undefined;
  }
  if (digits === '') {
    tell(
      `${at}/employerOrgNo`,
      'orgNoMissing',
      'Ange organisationsnumret, eller välj att det inte finns något.',
    );
    return undefined;
  }
  if (isOrganisationNumber(digits)) return digits;
  tell(
    `${at}/employerOrgNo`,
    'orgNoInvalid',
    'Organisationsnumret stämmer inte. Det har tio siffror, och den sista kontrollerar de andra.',
  );
  return undefined;
}

function readSpell(spell: TypedSpell, index: number, today: PlainDate, tell: Tell): OutcomeSpell | null {
  const at = `/spells/${index}`;
  const first = `första dagen i period ${index + 1}`;
  const from = readNeededDay(spell.from, `${at}/from`, first, tell);
  notFuture(from, `${at}/from`, first, today, tell);
  const through =
    spell.through.trim() === '' ? null : readDay(spell.through, `${at}/through`, 'sista dagen', tell);
  // The day after it is what is kept, and has to be a date that the compensation model takes.
  if (through !== null && parsePlainDate(addDays(through, 1)) === null)
    tell(`${at}/through`, 'dateInvalid', 'Lämna sista dagen tom om det inte är känt när det slutar.');
  if (from !== null && through !== null && through < from)
    tell(`${at}/through`, 'endsBeforeStart', 'Sista dagen kan inte vara före den första.');
  const extentPercent = readExtent(spell.extentPercent, `${at}/extentPercent`, tell);
  const employerOrgNo = readEmployer(spell, at, tell);
  if (from === null || extentPercent === null || employerOrgNo === undefined) return null;
  return {
    from,
    to: through === null ? null : addDays(through, 1),
    extentPercent,
    employerOrgNo,
    employerName: spell.employerName.trim(),
  };
}

const meets = (a: OutcomeSpell, b: OutcomeSpell): boolean =>
  (b.to === null || a.from < b.to) && (a.to === null || b.from < a.to);

/** Whether two spells are with the same employer: by number where there is one, else by name. */
function sameEmployer(a: OutcomeSpell, b: OutcomeSpell): boolean {
  return a.employerOrgNo === null && b.employerOrgNo === null
    ? a.employerName.toLowerCase() === b.employerName.toLowerCase()
    : a.employerOrgNo === b.employerOrgNo;
}

/** The most that the extents add up to on any day, in per cent. */
export function fullestDay(spells: readonly OutcomeSpell[]): number {
  const sums = spells.map(({ from }) =>
    spells
      .filter((one) => one.from <= from && (one.to === null || from < one.to))
      .reduce((sum, { extentPercent }) => sum + extentPercent, 0),
  );
  return Math.max(0, ...sums);
}

/**
 * The outcome that was typed, or everything that is wrong with it, each fault at its field: dates that are no dates, lie
 * ahead or run backwards, extents outside 1–100 per cent, organisation numbers whose check digit is wrong, spells with one
 * employer that overlap (service description section 5). `today` bounds what can have happened.
 */
export function readOutcome(
  typed: TypedOutcome,
  today: PlainDate,
): Result<OutcomeContent, readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const tell: Tell = (pointer, code, message) => problems.push({ pointer, code, message });
  const type = readType(typed.type, tell);
  const from = readNeededDay(typed.from, '/from', START, tell);
  notFuture(from, '/from', START, today, tell);
  const signalledOn = readNeededDay(typed.signalledOn, '/signalledOn', 'dagen för signalen', tell);
  notFuture(signalledOn, '/signalledOn', 'dagen för signalen', today, tell);
  const applied =
    typed.appliedOn.trim() === '' ? null : readDay(typed.appliedOn, '/appliedOn', 'ansökningsdagen', tell);
  notFuture(applied, '/appliedOn', 'ansökningsdagen', today, tell);
  if (applied !== null && type !== null && type !== 'studies')
    tell('/appliedOn', 'appliedWithoutStudies', 'Ansökningsdagen gäller bara studier.');
  const rows = typed.spells
    .map((spell, index) => ({ spell, index }))
    .filter(({ spell }) => !isBlank(spell))
    .map(({ spell, index }) => ({ at: `/spells/${index}`, read: readSpell(spell, index, today, tell) }));
  if (rows.length === 0)
    tell('/spells/0/from', 'spellMissing', 'Ange minst en period med arbete eller studier.');
  rows.forEach(({ at, read }, index) => {
    const before = rows.slice(0, index).some((row) => clash(row.read, read));
    if (before) tell(`${at}/from`, 'spellsOverlap', 'Perioden krockar med en annan hos samma arbetsgivare.');
  });
  if (problems.length > 0 || type === null || from === null || signalledOn === null) return err(problems);
  const spells = rows.flatMap(({ read }) => (read === null ? [] : [read]));
  return ok({ type, from, signalledOn, appliedOn: applied, spells });
}

function clash(a: OutcomeSpell | null, b: OutcomeSpell | null): boolean {
  return a !== null && b !== null && sameEmployer(a, b) && meets(a, b);
}
