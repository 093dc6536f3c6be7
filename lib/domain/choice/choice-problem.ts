import { conflict, type Problem, type Text, unprocessable } from '#lib/shared/problem.ts';

export type ChoiceRefusal =
  | 'alreadyChosen'
  | 'serviceOver'
  | 'otherArea'
  | 'closed'
  | 'full'
  | 'alreadyHelped';

const TITLES: Record<ChoiceRefusal, Text> = {
  alreadyChosen: {
    sv: 'Det finns redan någon som ska hjälpa dig. Inget har ändrats. Vill du ha någon annan kan du byta.',
    en: 'There is already somebody who will help you. Nothing has changed. If you want somebody else you can switch.',
  },
  serviceOver: {
    sv: 'Tiden för ditt beslut har gått ut. Ring oss.',
    en: 'The time of your decision is over. Call us.',
  },
  otherArea: {
    sv: 'Leverantören finns inte där du bor. Välj en annan.',
    en: 'The provider is not where you live. Choose another one.',
  },
  closed: {
    sv: 'Leverantören tar inte emot fler just nu. Välj en annan.',
    en: 'The provider takes no more people right now. Choose another one.',
  },
  full: {
    sv: 'Det blev fullt medan du valde. Välj en annan.',
    en: 'The last place was taken while you chose. Choose another one.',
  },
  alreadyHelped: {
    sv: 'Du har redan hjälp under den tiden. Inget har ändrats. Ring oss, så hjälper vi dig.',
    en: 'You already have help in that time. Nothing has changed. Call us, and we will help you.',
  },
};

/** Why a choice cannot be carried out: 422 where another office can be chosen, 409 where the choice is over. */
export function choiceRefused(refusal: ChoiceRefusal): Problem {
  const title = TITLES[refusal];
  switch (refusal) {
    case 'alreadyChosen':
    case 'serviceOver':
    case 'alreadyHelped':
      return conflict([], { code: refusal, title });
    case 'otherArea':
    case 'closed':
    case 'full':
      return unprocessable(refusal, title, [{ pointer: '/officeId', code: refusal, message: title.sv }]);
  }
}
