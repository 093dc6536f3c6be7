import { isOwnPart, OBSTACLE_WORDS } from '#lib/domain/payment/authorise.ts';
import type { PayableRow } from '#lib/domain/payment/payment-view.ts';
import type { AuthorisePaymentInput } from '#lib/schemas/payment.ts';
import { pointerOf } from '#lib/shared/json-pointer.ts';
import { conflict, type FieldProblem, forbidden, type Problem, unprocessable } from '#lib/shared/problem.ts';

type Seen = AuthorisePaymentInput['statements'][number];

function each(
  rows: readonly PayableRow[],
  statements: readonly Seen[],
  tell: (row: PayableRow, seen: Seen) => Omit<FieldProblem, 'pointer'> | null,
): readonly FieldProblem[] {
  const byId = new Map(rows.map((row) => [row.statementId, row]));
  return statements.flatMap((seen, index): FieldProblem[] => {
    const row = byId.get(seen.statementId);
    const told = row === undefined ? null : tell(row, seen);
    return told === null ? [] : [{ pointer: pointerOf(['statements', index]), ...told }];
  });
}

const AGAIN = 'Gå tillbaka till utbetalningsdagen och välj igen.';

/** Which statements have changed since they were seen: nothing is authorised unless all stand as they did. Null: none. */
export function changedMeanwhile(
  rows: readonly PayableRow[],
  { statements }: AuthorisePaymentInput,
): Problem | null {
  const changed = each(rows, statements, ({ providerName, obstacle, version }, seen) => {
    if (version === seen.version) return null;
    const why = obstacle === null ? 'Underlaget har ändrats.' : OBSTACLE_WORDS[obstacle].sv;
    return { code: 'changedMeanwhile', message: `${providerName}: ${why}`, fix: AGAIN };
  });
  return changed.length === 0 ? null : conflict(changed);
}

/** The statements that the one who asks has a part in, with the rule. Null: none. */
export function ownParts(rows: readonly PayableRow[], { statements }: AuthorisePaymentInput): Problem | null {
  const own = each(rows, statements, ({ providerName, obstacle }) =>
    obstacle !== null && isOwnPart(obstacle)
      ? {
          code: obstacle,
          message: `${providerName}: ${OBSTACLE_WORDS[obstacle].sv}`,
          fix: 'Låt en annan attestant göra det.',
        }
      : null,
  );
  return own.length === 0 ? null : forbidden(own);
}

/** What else hinders: no account, not accepted, too late. Null: nothing. */
export function hindered(rows: readonly PayableRow[], { statements }: AuthorisePaymentInput): Problem | null {
  const obstacles = each(rows, statements, ({ providerName, obstacle }) =>
    obstacle === null
      ? null
      : { code: obstacle, message: `${providerName}: ${OBSTACLE_WORDS[obstacle].sv}`, fix: AGAIN },
  );
  if (obstacles.length === 0) return null;
  return unprocessable(
    'cannotAuthorise',
    { sv: 'Allt går inte att attestera.', en: 'Not all of it can be authorised.' },
    obstacles,
  );
}

/** The content is no longer what was shown, though every statement stands: an account has changed. */
export function contentChanged(): Problem {
  return conflict([
    {
      pointer: '/contentHash',
      code: 'contentChanged',
      message: 'Ett bankkonto har ändrats sedan du såg listan.',
      fix: 'Läs igenom igen innan du attesterar.',
    },
  ]);
}

export function noPayDay(): Problem {
  const sv = 'Dagen är ingen kommande utbetalningsdag.';
  return unprocessable('noPayDay', { sv, en: 'The day is no coming pay day.' }, [
    { pointer: '/payOn', code: 'noPayDay', message: sv },
  ]);
}
