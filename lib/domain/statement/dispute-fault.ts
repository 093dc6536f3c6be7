import type { DisputeFault, DisputePart } from '#lib/domain/statement/dispute.ts';
import { conflict, forbidden, type Problem, type Text } from '#lib/shared/problem.ts';

/** Why something cannot be done with a dispute, in a sentence. */
export function disputeFaultText(fault: DisputeFault): Text {
  switch (fault) {
    case 'alreadyDisputed':
      return {
        sv: 'Ni har redan en öppen invändning mot beloppet. Skriv vidare i den.',
        en: 'You already have an open dispute about the amount. Go on writing there.',
      };
    case 'alreadyReconsidered':
      return {
        sv: 'Beloppet är redan omprövat. Ändras uppgifterna kommer rättelsen på nästa underlag.',
        en: 'The amount has already been reconsidered. If the facts change, the correction comes with the next statement.',
      };
    case 'closed':
      return { sv: 'Invändningen är redan avslutad.', en: 'The dispute has already been closed.' };
    case 'hasPart':
      return {
        sv: 'Du har haft del i det som invändningen gäller. En annan granskare avslutar den.',
        en: 'You have had a part in what is disputed. Another reviewer closes it.',
      };
    case 'effectChanged':
      return {
        sv: 'Uppgifterna har ändrats sedan sidan visades. Läs det nya beloppet och avsluta sedan.',
        en: 'The facts have changed since the page was shown. Read the new amount, then close.',
      };
    case 'effectUnknown':
      return {
        sv: 'Uppgifterna går inte att räkna på. Rätta dem först.',
        en: 'The facts cannot be calculated from. Correct them first.',
      };
  }
}

export function disputeProblem(fault: DisputeFault): Problem {
  const title = disputeFaultText(fault);
  return fault === 'hasPart'
    ? forbidden([{ pointer: '', code: `dispute.${fault}`, message: title.sv }])
    : conflict([], { code: `dispute.${fault}`, title });
}

/** What somebody's part was, for the person who had it. */
export function disputePartText(part: DisputePart): Text {
  switch (part) {
    case 'decided':
      return {
        sv: 'Du har fattat beslut om det som invändningen gäller. Du kan rätta beslutet och svara i dialogen, men en annan granskare avslutar invändningen.',
        en: 'You have decided on what is disputed. You can correct the decision and write in the dialogue, but another reviewer closes the dispute.',
      };
    case 'submitted':
      return {
        sv: 'Du har själv skickat in eller intygat det som invändningen gäller. En annan granskare avslutar den.',
        en: 'You submitted or attested what is disputed. Another reviewer closes the dispute.',
      };
    case 'disputed':
      return {
        sv: 'Du har skrivit för leverantören i den här invändningen. En annan granskare avslutar den.',
        en: 'You have written for the provider in this dispute. Another reviewer closes it.',
      };
    case 'closedEarlier':
      return {
        sv: 'Du avslutade en tidigare invändning mot samma belopp. Omprövningen görs av en annan granskare.',
        en: 'You closed an earlier dispute about the same amount. Another reviewer reconsiders it.',
      };
  }
}
