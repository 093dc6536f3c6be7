import { conflict, type Problem, type Text, unprocessable } from '#lib/shared/problem.ts';

export type SwitchRefusal =
  | 'switchPending'
  | 'placementEnded'
  | 'tooLittleTime'
  | 'sameContract'
  | 'otherArea'
  | 'closed'
  | 'full';

export type UndoRefusal = 'alreadyUndone' | 'inEffect' | 'changedSince';

const SWITCH_TITLES: Record<SwitchRefusal, Text> = {
  switchPending: {
    sv: 'Du har redan ett byte på gång. Ångra det först om du vill byta till någon annan.',
    en: 'You already have a switch on its way. Undo it first if you want to switch to somebody else.',
  },
  placementEnded: {
    sv: 'Din tid hos leverantören är redan avslutad.',
    en: 'Your time with the provider has already been ended.',
  },
  tooLittleTime: {
    sv: 'Det är för lite tid kvar för att hinna byta. Ring oss, så hjälper vi dig.',
    en: 'There is too little time left for a switch. Call us and we will help you.',
  },
  sameContract: {
    sv: 'Du har redan hjälp av den leverantören. Välj en annan.',
    en: 'You already get help from that provider. Choose another one.',
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
};

const UNDO_TITLES: Record<UndoRefusal, Text> = {
  alreadyUndone: {
    sv: 'Bytet är redan ångrat.',
    en: 'The switch has already been undone.',
  },
  inEffect: {
    sv: 'Bytet gäller redan. Vill du tillbaka kan du byta igen.',
    en: 'The switch is already in effect. If you want to go back you can switch again.',
  },
  changedSince: {
    sv: 'Något i din placering har ändrats sedan du bytte. Ring oss, så hjälper vi dig.',
    en: 'Something in your placement has changed since you switched. Call us and we will help you.',
  },
};

/** Why a switch cannot be carried out: 422 where another office can be chosen, 409 where no switch is possible now. */
export function switchRefused(refusal: SwitchRefusal): Problem {
  const title = SWITCH_TITLES[refusal];
  switch (refusal) {
    case 'switchPending':
    case 'placementEnded':
    case 'tooLittleTime':
      return conflict([], { code: refusal, title });
    case 'sameContract':
    case 'otherArea':
    case 'closed':
    case 'full':
      return unprocessable(refusal, title, [{ pointer: '/officeId', code: refusal, message: title.sv }]);
  }
}

/** Why a switch cannot be undone (409). */
export function undoRefused(refusal: UndoRefusal): Problem {
  return conflict([], { code: refusal, title: UNDO_TITLES[refusal] });
}
