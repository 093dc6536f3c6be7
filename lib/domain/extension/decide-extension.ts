import type { DocumentPlacement, Verdict } from '#lib/domain/document/document.ts';
import type { DecidedExtension, ExtensionFacts } from '#lib/domain/extension/extension.ts';
import { refuseExtending, secondPeriod } from '#lib/domain/placement-decision/extend-placement.ts';
import {
  confirmationOf,
  effectOfExtension,
  kronorMoved,
} from '#lib/domain/placement-decision/shown-effect.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';
import { conflict, forbidden, type Problem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

type About = {
  readonly placement: DocumentPlacement;
  readonly facts: ExtensionFacts;
  readonly today: PlainDate;
};

/** What the second period does to the money, as the confirmation of its page names it; null where no money is seen. */
export function extensionConfirmation({ placement, facts }: About): string | null {
  if (facts.money === null) return null;
  const given = secondPeriod(placement, facts.periodDays);
  return confirmationOf(given.to, effectOfExtension(facts.money, given));
}

/**
 * What is decided of a basis: a second period, where one is possible and its kronor have been seen; none, and the placement
 * ends when the first period does; or that more has to be said.
 */
export function decideExtension(
  { verdict, confirmed }: { readonly verdict: Verdict; readonly confirmed: string },
  about: About,
): Result<DecidedExtension, Problem> {
  const { placement, facts, today } = about;
  if (verdict === 'return') return ok({ kind: 'returned' });
  if (verdict === 'reject') return ok({ kind: 'notExtended', lastDay: addDays(placement.to, -1) });
  return settleExtension(confirmed, { placement, facts, today });
}

/** The second period, where one is possible and its kronor have been seen. */
export function settleExtension(
  confirmed: string,
  about: About,
): Result<Extract<DecidedExtension, { kind: 'extended' }>, Problem> {
  const { placement, facts, today } = about;
  const refused = refuseExtending({ ...placement, hasSecondPeriod: facts.hasSecondPeriod }, today);
  if (refused !== null) return err(refused);
  const shown = extensionConfirmation(about);
  if (shown === null) return err(forbidden());
  if (shown !== confirmed) return err(kronorMoved());
  const { from, to } = secondPeriod(placement, facts.periodDays);
  return ok({ kind: 'extended', from, to });
}

/** Null where the provider may send a basis now. `replaces`: it puts right or completes the one there is. */
export function refuseBasis({ placement, facts, today }: About, replaces: boolean): Problem | null {
  const refused = refuseExtending({ ...placement, hasSecondPeriod: facts.hasSecondPeriod }, today);
  if (refused !== null) return refused;
  if (facts.declinedOn !== null)
    return conflict([], {
      code: 'notExtended',
      title: {
        sv: 'Arbetsförmedlingen har beslutat att inte förlänga. Kontakta handläggaren om något har ändrats.',
        en: 'The authority has decided not to extend. Contact the caseworker if something has changed.',
      },
    });
  if (facts.current === null || replaces) return null;
  return conflict([], {
    code: 'extensionExists',
    title: {
      sv: 'Ett underlag är redan skickat. Rätta eller komplettera det i stället.',
      en: 'A basis has been sent already. Correct or complete that one instead.',
    },
  });
}
