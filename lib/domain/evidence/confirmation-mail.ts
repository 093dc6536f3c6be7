import { CONFIRMATION_DAYS } from '#lib/domain/evidence/confirmation.ts';
import type { Locale } from '#lib/shared/i18n/locale.ts';

export type ConfirmationMail = {
  readonly contactName: string;
  readonly providerName: string;
  readonly employerName: string;
  readonly link: string;
};

/** The mail to an employer. It names neither the person that it is about nor anything about them: that is behind the link. */
export function confirmationMail(
  mail: ConfirmationMail,
  locale: Locale,
): { readonly subject: string; readonly text: string } {
  const { contactName, providerName, employerName, link } = mail;
  if (locale === 'en') {
    return {
      subject: `Please confirm an employment at ${employerName}`,
      text: `Hello ${contactName}!

${providerName} gives support to people who look for work, on behalf of Arbetsförmedlingen, the Swedish public employment service. They have told that somebody works at ${employerName}, and ask you as employer to confirm it.

Open the link to see who it is about and to answer. Choose English at the top of the page. It takes about two minutes, and you need no account:

${link}

The link works once and for ${CONFIRMATION_DAYS} days. It is for you alone: do not pass it on. If you do not work at ${employerName}, delete this mail.

Are you not sure whether this mail is real? Call ${providerName} and ask, by a number that you find yourself.
`,
    };
  }
  return {
    subject: `Bekräfta en anställning hos ${employerName}`,
    text: `Hej ${contactName}!

${providerName} ger stöd till arbetssökande på uppdrag av Arbetsförmedlingen. De har berättat att en person arbetar hos ${employerName}, och ber dig som arbetsgivare att bekräfta det.

Öppna länken för att se vem det gäller och svara. Det tar ungefär två minuter och du behöver inget konto:

${link}

Länken går att använda en gång och gäller i ${CONFIRMATION_DAYS} dagar. Den är bara till dig: skicka den inte vidare. Arbetar du inte på ${employerName}? Radera mejlet.

Är du osäker på om mejlet är äkta? Ring ${providerName} och fråga, på ett nummer som du själv har tagit reda på.
`,
  };
}
