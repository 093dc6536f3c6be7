import type { DocumentPlacement, Verdict } from '#lib/domain/document/document.ts';
import type {
  DecidedInterruption,
  InterruptionFacts,
} from '#lib/domain/interruption-request/interruption-request.ts';
import {
  type PlacementEnd,
  readEnd,
  refuseEnding,
  type TypedEnd,
} from '#lib/domain/placement-decision/end-placement.ts';
import {
  confirmationOf,
  type DecisionMoney,
  effectOfEnd,
  kronorMoved,
} from '#lib/domain/placement-decision/shown-effect.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import { conflict, forbidden, type Problem, validationProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

type About = {
  readonly placement: DocumentPlacement;
  readonly facts: InterruptionFacts;
  readonly today: PlainDate;
};

/** An end with the confirmation of the kronor that were shown for it. */
export type ConfirmedEnd = TypedEnd & { readonly confirmed: string };

/** What a confirmation names of an interruption. */
export function endConfirmation({ end, cause }: PlacementEnd, money: DecisionMoney): string {
  return `${cause}:${confirmationOf(end, effectOfEnd(money, { end, endReason: 'interruption' }))}`;
}

/**
 * The interruption to carry out, in this order: the placement can be ended, everything typed is right (pointers under
 * `at`), and the kronor of exactly this day and cause have been seen as they are now.
 */
export function settleEnd(
  typed: ConfirmedEnd,
  {
    placement,
    facts,
    today,
  }: Pick<About, 'placement' | 'today'> & {
    readonly facts: Pick<InterruptionFacts, 'lastActivityOn' | 'money'>;
  },
  at: string,
): Result<PlacementEnd, Problem> {
  const refused = refuseEnding(placement, today);
  if (refused !== null) return err(refused);
  const read = readEnd(typed, { placement, lastActivityOn: facts.lastActivityOn, today });
  if (!read.ok)
    return err(validationProblem(read.error.map((one) => ({ ...one, pointer: `${at}${one.pointer}` }))));
  if (facts.money === null) return err(forbidden());
  return endConfirmation(read.value, facts.money) === typed.confirmed ? read : err(kronorMoved());
}

/** What is decided of a request: an end on a day whose kronor have been seen, none, or that more has to be said. */
export function decideInterruption(
  verdict: Verdict,
  typed: ConfirmedEnd,
  about: About,
): Result<DecidedInterruption, Problem> {
  if (verdict === 'return') return ok({ kind: 'returned' });
  if (verdict === 'reject') return ok({ kind: 'goesOn' });
  const settled = settleEnd(typed, about, '/answer');
  return settled.ok ? ok({ kind: 'ended', ...settled.value }) : settled;
}

/** Null where the provider may send a request now. `replaces`: it puts right or completes the one there is. */
export function refuseRequest({ placement, facts, today }: About, replaces: boolean): Problem | null {
  const refused = refuseEnding(placement, today);
  if (refused !== null) return refused;
  if (placement.from > today)
    return conflict([], {
      code: 'notBegun',
      title: {
        sv: 'Deltagaren har inte börjat hos er än.',
        en: 'The participant has not begun with you yet.',
      },
    });
  if (facts.current === null || replaces) return null;
  return conflict([], {
    code: 'requestExists',
    title: {
      sv: 'En begäran är redan skickad. Rätta eller komplettera den i stället.',
      en: 'A request has been sent already. Correct or complete that one instead.',
    },
  });
}
