import { formatDate } from '#lib/shared/format-date.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type ProposalMail = { readonly subject: string; readonly text: string };

/** What a provider's signatories are told when a statement is proposed: neither whom it concerns nor how much it is. */
export function proposalMail(cutOff: PlainDate, acceptBy: PlainDate): ProposalMail {
  return {
    subject: 'Ett självfakturaunderlag är klart',
    text: `Hej!

Ert självfakturaunderlag, räknat till och med den ${formatDate(cutOff)}, är klart. Det finns i Leverantörsportalen, under Ersättning.

Svara senast den ${formatDate(acceptBy)}: godkänn underlaget, eller invänd mot de rader som ni inte håller med om. Svarar ni inte räknas det som godkänt.

Det här mejlet innehåller varken personuppgifter eller belopp. Logga in för att läsa mer.
`,
  };
}
