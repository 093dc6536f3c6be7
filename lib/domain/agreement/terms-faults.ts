import { TERMS_MEMBERS, type TermsMember } from '#lib/domain/agreement/terms-member.ts';
import { termsValueWords } from '#lib/domain/agreement/terms-form.ts';
import type { Difference } from '#lib/domain/agreement/difference.ts';
import { dig } from '#lib/domain/compensation/reader.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import { FLAG_WEIGHTS, TERMS_SINCE_STATEMENTS } from '#lib/domain/terms/terms.ts';
import { parsePlainDate, type PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

function remedyOf(member: TermsMember): string {
  const { unit, min, max } = member;
  return unit === 'permille'
    ? `Ange procent från ${min / 10} till ${max / 10}, med högst en decimal.`
    : `Ange ett heltal från ${min} till ${max}.`;
}

function memberFault(document: unknown, path: string, member: TermsMember): readonly FieldProblem[] {
  const value = dig(document, ...path.split('.'));
  const pointer = `/${path.replaceAll('.', '/')}`;
  const fix = remedyOf(member);
  if (value === undefined || value === null) {
    return [{ pointer, code: 'required', message: `${member.words}: uppgiften saknas.`, fix }];
  }
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
    return [
      {
        pointer,
        code: 'notInteger',
        message: `${member.words}: det som står är inget tal som går att läsa.`,
        fix,
      },
    ];
  }
  return value >= member.min && value <= member.max
    ? []
    : [{ pointer, code: 'outOfRange', message: `${member.words}: talet är för litet eller för stort.`, fix }];
}

function isTerms(document: unknown): document is Terms {
  return Object.entries(TERMS_MEMBERS).every(
    ([path, member]) => memberFault(document, path, member).length === 0,
  );
}

/** Terms of unknown shape, typed, or all their faults: bounds as each member's own say (service description, section 6). */
export function validateTerms(document: unknown): Result<Terms, readonly FieldProblem[]> {
  return isTerms(document)
    ? ok(document)
    : err(Object.entries(TERMS_MEMBERS).flatMap(([path, member]) => memberFault(document, path, member)));
}

/** What keeps a day from being the first of new terms: they are known before they hold, and one version begins a day. */
export function validFromFaults(
  validFrom: string,
  today: PlainDate,
  taken: readonly PlainDate[],
): readonly FieldProblem[] {
  const date = parsePlainDate(validFrom);
  const pointer = '/validFrom';
  if (date === null) {
    const fix = 'Ange ett datum som finns, skrivet som 2027-01-01.';
    return [{ pointer, code: 'notDate', message: 'Gäller från: det som står är inget datum.', fix }];
  }
  if (date <= today) {
    const fix = 'Välj en dag efter i dag, så att alla hinner veta vad som gäller.';
    return [{ pointer, code: 'notAhead', message: 'Gäller från: dagen har redan kommit.', fix }];
  }
  if (taken.includes(date)) {
    const fix = 'Välj en annan dag.';
    return [{ pointer, code: 'taken', message: 'Gäller från: andra villkor börjar gälla den dagen.', fix }];
  }
  return [];
}

const MEANT_BEFORE = { ...TERMS_SINCE_STATEMENTS, flagWeightPermille: FLAG_WEIGHTS };

/** What the terms say of a member; terms from before it existed mean what they always meant. */
function valueAt(document: unknown, path: string): unknown {
  return dig(document, ...path.split('.')) ?? dig(MEANT_BEFORE, path);
}

/** What differs between two documents of terms, in words and in the order of the form. */
export function termsDifferences(before: unknown, after: unknown): readonly Difference[] {
  return Object.entries(TERMS_MEMBERS).flatMap(([path, member]) => {
    const [old, now] = [valueAt(before, path), valueAt(after, path)];
    if (old === now) return [];
    const words = (value: unknown) => (value === undefined ? null : termsValueWords(member, value));
    return [{ key: path, place: member.words, before: words(old), after: words(now) }];
  });
}
