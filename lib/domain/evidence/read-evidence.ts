import type { OutcomeType } from '#lib/domain/compensation/types.ts';
import {
  type Claim,
  type Days,
  type Employer,
  employerKey,
  employersOf,
  type FileKind,
  fileKindsFor,
} from '#lib/domain/evidence/evidence.ts';
import type { Tell } from '#lib/domain/text/read-typed.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { addDays, parsePlainDate, type PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** What is said of a file, as it was typed: `spell` is the number of the employer's first spell, `through` the last day. */
export type TypedEvidence = {
  readonly kind: string;
  readonly spell: string;
  readonly from: string;
  readonly through: string;
};

export type ReadEvidence = { readonly kind: FileKind; readonly employer: Employer; readonly days: Days };

/**
 * What a file covers: kind, employer and days, every fault at its field. The days are past or today's – nobody can show that work
 * goes on tomorrow – and hold at least one day of a spell with that employer (service description section 5).
 */
export function readEvidence(
  typed: TypedEvidence,
  claim: Claim & { readonly type: OutcomeType },
  today: PlainDate,
): Result<ReadEvidence, readonly FieldProblem[]> {
  const faults: FieldProblem[] = [];
  const tell: Tell = (pointer, code, message) => faults.push({ pointer, code, message });
  const kind = fileKindsFor(claim.type).find((one) => one === typed.kind);
  if (kind === undefined) tell('/kind', 'kindMissing', 'Välj vad underlaget är.');
  const employer = employersOf(claim.spells).find(({ spell }) => String(spell) === typed.spell.trim());
  if (employer === undefined) tell('/spell', 'spellMissing', 'Välj vem underlaget kommer från.');
  const from = readDay(typed.from, '/from', 'första dagen', today, tell);
  const through = readDay(typed.through, '/through', 'sista dagen', today, tell);
  if (from !== null && through !== null && through < from) {
    tell('/through', 'endBeforeStart', 'Sista dagen kan inte ligga före den första.');
  }
  if (faults.length > 0 || kind === undefined || employer === undefined || from === null || through === null)
    return err(faults);
  const days = { from, to: addDays(through, 1) };
  const touched = claim.spells.some(
    (spell) =>
      employerKey(spell) === employerKey(employer) &&
      spell.from < days.to &&
      (spell.to === null || days.from < spell.to),
  );
  if (!touched) {
    const message = `Dagarna ligger utanför den tid som resultatet anger hos ${employer.employerName}.`;
    return err([{ pointer: '/from', code: 'outsideSpell', message }]);
  }
  const { employerName, employerOrgNo } = employer;
  return ok({ kind, employer: { employerName, employerOrgNo }, days });
}

function readDay(
  text: string,
  pointer: string,
  what: string,
  today: PlainDate,
  tell: Tell,
): PlainDate | null {
  if (text.trim() === '') {
    tell(pointer, 'dateMissing', `Ange ${what} som underlaget visar.`);
    return null;
  }
  const day = parsePlainDate(text.trim());
  if (day === null) tell(pointer, 'dateInvalid', 'Skriv ett datum, till exempel 2026-03-01.');
  else if (day > today) {
    tell(
      pointer,
      'dateInFuture',
      `Ett underlag kan visa dagar till och med i dag, ${formatDate(today)}. Senare dagar visas med ett nytt.`,
    );
  }
  return day;
}
