import type { Answerer } from '#lib/domain/evidence/answerer.ts';
import { CONFIRMATION_DAYS } from '#lib/domain/evidence/confirmation.ts';
import type { StaffLocale } from '#lib/shared/i18n/locale.ts';

export type ConfirmationMail = {
  readonly answerer: Answerer;
  readonly contactName: string;
  readonly providerName: string;
  readonly employerName: string;
  readonly link: string;
};

const WORDS = {
  sv: {
    employer: {
      what: 'en anställning',
      told: 'arbetar hos',
      as: 'som arbetsgivare ',
    },
    school: { what: 'studier', told: 'studerar hos', as: '' },
  },
  en: {
    employer: { what: 'an employment', told: 'works', as: 'as employer ' },
    school: { what: 'studies', told: 'studies', as: '' },
  },
} as const;

/** The mail to an employer or a school. It names neither the person that it is about nor anything about them: that is behind the link. */
export function confirmationMail(
  mail: ConfirmationMail,
  locale: StaffLocale,
): { readonly subject: string; readonly text: string } {
  const { answerer, contactName, providerName, employerName, link } = mail;
  if (locale === 'en') {
    const words = WORDS.en[answerer];
    return {
      subject: `Please confirm ${words.what} at ${employerName}`,
      text: `Hello ${contactName}!

${providerName} gives support to people who look for work, on behalf of Arbetsförmedlingen, the Swedish public employment service. They have told that somebody ${words.told} at ${employerName}, and ask you ${words.as}to confirm it.

Open the link to see who it is about and to answer. Choose English at the top of the page. It takes about two minutes, and you need no account:

${link}

The link works once and for ${CONFIRMATION_DAYS} days. It is for you alone: do not pass it on. If you do not work at ${employerName}, delete this mail.

Are you not sure whether this mail is real? Call ${providerName} and ask, by a number that you find yourself.
`,
    };
  }
  const words = WORDS.sv[answerer];
  return {
    subject: `Bekräfta ${words.what} hos ${employerName}`,
    text: `Hej ${contactName}!

${providerName} ger stöd till arbetssökande på uppdrag av Arbetsförmedlingen. De har berättat att en person ${words.told} ${employerName}, och ber dig ${words.as}att bekräfta det.

Öppna länken för att se vem det gäller och svara. Det tar ungefär två minuter och du behöver inget konto:

${link}

Länken går att använda en gång och gäller i ${CONFIRMATION_DAYS} dagar. Den är bara till dig: skicka den inte vidare. Arbetar du inte på ${employerName}? Radera mejlet.

Är du osäker på om mejlet är äkta? Ring ${providerName} och fråga, på ett nummer som du själv har tagit reda på.
`,
  };
}
