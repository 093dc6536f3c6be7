import type { OutcomeContent } from '#lib/domain/outcome/outcome.ts';
import { fullestDay, readOutcome, type TypedOutcome } from '#lib/domain/outcome/read-outcome.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import { type Problem, unprocessable, validationProblem } from '#lib/shared/problem.ts';
import { err, type Result } from '#lib/shared/result.ts';

/** The code of the answer that asks to see the kronor before anything is written. */
export const CONFIRM_OUTCOME = 'confirmOutcome';

type Typed = TypedOutcome & { readonly overFull: boolean; readonly confirmed: string };

/**
 * The outcome to write down, in this order: everything typed is right, extents above 100 per cent in all are meant, and the
 * kronor of exactly this have been seen.
 */
export function settleOutcome(typed: Typed, today: PlainDate): Result<OutcomeContent, Problem> {
  const read = readOutcome(typed, today);
  if (!read.ok) return err(validationProblem(read.error));
  const fullest = fullestDay(read.value.spells);
  if (fullest > 100 && !typed.overFull) {
    return err(
      validationProblem([
        {
          pointer: '/overFull',
          code: 'extentsAboveFull',
          message: `Perioderna blir tillsammans ${fullest} procent. Kryssa i att det stämmer, eller ändra omfattningen.`,
        },
      ]),
    );
  }
  if (typed.confirmed === confirmationOf(read.value)) return read;
  return err(
    unprocessable(CONFIRM_OUTCOME, {
      sv: 'Kontrollera uppgifterna och kronorna innan du sparar.',
      en: 'Check the details and the kronor before you save.',
    }),
  );
}

/** What a confirmation names: the outcome whose kronor were shown. Whoever changes a field after that is shown them anew. */
export function confirmationOf(content: OutcomeContent): string {
  return JSON.stringify(content);
}

/** The outcome that was typed, where it can be read at all: for showing its kronor. */
export function readableOutcome(typed: TypedOutcome, today: PlainDate): OutcomeContent | null {
  const read = readOutcome(typed, today);
  return read.ok ? read.value : null;
}
