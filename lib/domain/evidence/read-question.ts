import type { OutcomeType } from '#lib/domain/compensation/types.ts';
import { type Answerer, answererOf } from '#lib/domain/evidence/answerer.ts';
import type { AskedSpell } from '#lib/domain/evidence/confirmation.ts';
import type { OutcomeSpell } from '#lib/domain/outcome/outcome.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** A question as it was typed; `employment` is the number of the spell. */
export type TypedQuestion = {
  readonly employment: string;
  readonly email: string;
  readonly contactName: string;
};

/** What there is to know before an employer or a school is asked. */
export type QuestionFacts = {
  readonly type: OutcomeType;
  readonly spells: readonly OutcomeSpell[];
  readonly isProtected: boolean;
  /** Addresses of the provider's own people and of the participant, in small letters. */
  readonly ownAddresses: readonly string[];
  /** Questions about the placement in the last day and night. */
  readonly askedLately: number;
};

export type ReadQuestion = {
  readonly spell: AskedSpell;
  readonly email: string;
  readonly contactName: string;
};

const MOST_QUESTIONS_A_DAY = 5;

const ADDRESS = /^[^\s@<>()",;:\\[\]]+@[^\s@<>()",;:\\[\]]+\.[a-z]{2,}$/i;

const WORDS: Readonly<Record<Answerer, Readonly<Record<'begun' | 'the' | 'its' | 'example', string>>>> = {
  employer: {
    begun: 'Arbetet har inte börjat än. Fråga när det har börjat.',
    the: 'arbetsgivaren',
    its: 'arbetsgivarens',
    example: 'namn@foretag.se',
  },
  school: {
    begun: 'Studierna har inte börjat än. Fråga när de har börjat.',
    the: 'skolan',
    its: 'skolans',
    example: 'namn@skolan.se',
  },
};

/**
 * Whom to ask about which spell, every fault at its field. No link is made about a participant with protected identity: a mail to an
 * employer or a school would say that a person with that name is known to the authority (trust model section 3).
 */
export function readQuestion(
  typed: TypedQuestion,
  facts: QuestionFacts,
  today: PlainDate,
): Result<ReadQuestion, readonly FieldProblem[]> {
  const answerer = answererOf(facts.type);
  if (answerer === null) return err([nobodyToAsk()]);
  const words = WORDS[answerer];
  const whole = wholeFault(facts, words.the);
  if (whole !== null) return err([whole]);
  const faults: FieldProblem[] = [];
  const tell = (pointer: string, code: string, message: string, fix?: string): void => {
    faults.push({ pointer, code, message, ...(fix === undefined ? {} : { fix }) });
  };
  const spell = facts.spells.find((_, index) => String(index) === typed.employment.trim());
  if (spell === undefined) tell('/employment', 'spellMissing', 'Välj vem du vill fråga.');
  else if (spell.from > today) tell('/employment', 'notBegun', words.begun);
  const email = typed.email.trim();
  if (!ADDRESS.test(email)) {
    tell('/email', 'emailInvalid', `Skriv ${words.its} e-postadress, till exempel ${words.example}.`);
  } else if (facts.ownAddresses.includes(email.toLowerCase())) {
    tell(
      '/email',
      'emailOwn',
      `Adressen är er egen eller deltagarens. Frågan ska gå till ${words.the}.`,
      `Skriv adressen till den som kan svara hos ${words.the}.`,
    );
  }
  const contactName = typed.contactName.trim();
  if (contactName.length < 2) tell('/contactName', 'contactMissing', 'Skriv namnet på den som ska svara.');
  else if (/[\p{Cc}<>]|https?:/iu.test(contactName)) {
    tell('/contactName', 'contactInvalid', 'Skriv bara ett namn, utan adresser och tecken som < och >.');
  }
  return faults.length > 0 || spell === undefined ? err(faults) : ok({ spell, email, contactName });
}

function nobodyToAsk(): FieldProblem {
  return {
    pointer: '',
    code: 'noEmployer',
    message:
      'En anställning kan bekräftas av arbetsgivaren och studier av skolan. Ett eget företag har ingen att fråga.',
    fix: 'Lämna in ett underlag som fil.',
  };
}

function wholeFault({ isProtected, askedLately }: QuestionFacts, the: string): FieldProblem | null {
  if (isProtected) {
    return {
      pointer: '',
      code: 'protectedIdentity',
      message: 'Deltagaren har skyddade personuppgifter. Då skickas ingen fråga.',
      fix: 'Lämna in ett underlag som deltagaren själv har hämtat.',
    };
  }
  if (askedLately < MOST_QUESTIONS_A_DAY) return null;
  return {
    pointer: '',
    code: 'askedTooOften',
    message: `Ni har frågat ${askedLately} gånger det senaste dygnet om det här resultatet.`,
    fix: `Vänta till i morgon, eller ring ${the}.`,
  };
}
