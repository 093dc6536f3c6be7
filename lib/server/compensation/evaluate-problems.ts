import { EVALUATE_LIMITS } from '#lib/schemas/evaluate.ts';
import {
  knownProblem,
  type Problem,
  type ProblemCode,
  type ProblemLocale,
  type Text,
} from '#lib/shared/problem.ts';

type Refusal = { readonly problem: ProblemCode; readonly message: Text; readonly fix: Text };

const MEBI = 1024 * 1024;
const { bodyBytes, elementBytes, elements, answerBytes } = EVALUATE_LIMITS;
const FEWER: Text = { sv: 'Skicka färre i taget.', en: 'Send fewer at a time.' };
const SHAPE: Text = {
  sv: 'Skicka en lista: [ { "agreement": …, "facts": … }, … ]. Ett ensamt objekt går också bra.',
  en: 'Send a list: [ { "agreement": …, "facts": … }, … ]. A single object is fine, too.',
};

const REFUSALS = {
  notJson: {
    problem: 'malformedRequest',
    message: { sv: 'Det som skickades är inte JSON.', en: 'What was sent is not JSON.' },
    fix: SHAPE,
  },
  notList: {
    problem: 'invalidInput',
    message: {
      sv: 'Det som skickades är varken en lista eller ett objekt.',
      en: 'What was sent is neither a list nor an object.',
    },
    fix: SHAPE,
  },
  bodyTooLarge: {
    problem: 'tooLarge',
    message: {
      sv: `Det som skickades är större än ${bodyBytes / MEBI} MiB.`,
      en: `What was sent is larger than ${bodyBytes / MEBI} MiB.`,
    },
    fix: FEWER,
  },
  elementTooLarge: {
    problem: 'tooLarge',
    message: {
      sv: `Ett avtal med sina uppgifter får vara högst ${elementBytes / 1024} KiB.`,
      en: `An agreement with its facts can be at most ${elementBytes / 1024} KiB.`,
    },
    fix: { sv: 'Ta bort det som inte behövs.', en: 'Leave out what is not needed.' },
  },
  tooManyElements: {
    problem: 'tooLarge',
    message: {
      sv: `Listan får ha högst ${elements} element.`,
      en: `The list can have at most ${elements} elements.`,
    },
    fix: FEWER,
  },
  answerTooLarge: {
    problem: 'tooLarge',
    message: {
      sv: `Svaret blir större än ${answerBytes / MEBI} MiB.`,
      en: `The answer would be larger than ${answerBytes / MEBI} MiB.`,
    },
    fix: FEWER,
  },
  tooMuchWork: {
    problem: 'tooLarge',
    message: {
      sv: 'Det tar för lång tid att räkna på allt i ett anrop.',
      en: 'All of it takes too long to calculate in one call.',
    },
    fix: FEWER,
  },
} as const satisfies Record<string, Refusal>;

export type EvaluateRefusal = keyof typeof REFUSALS;

/** Why a whole call is refused; `pointer` is the place in what was sent. */
export function evaluateProblem(code: EvaluateRefusal, pointer: string, locale: ProblemLocale): Problem {
  const { problem, message, fix } = REFUSALS[code];
  return knownProblem(problem, [{ pointer, code, message: message[locale], fix: fix[locale] }], locale);
}
