import {
  type ChosenFollowUp,
  type DeviationCause,
  type FollowUp,
} from '#lib/domain/deviation-report/deviation.ts';
import type { ProblemLocale, Text } from '#lib/shared/problem.ts';

/** Follow-ups that are answered in words. */
export type ToldFollowUp = Exclude<FollowUp, ChosenFollowUp>;
export const TOLD_FOLLOW_UPS = [
  'what',
  'reason',
  'problem',
  'done',
  'adapted',
] as const satisfies readonly ToldFollowUp[];

const QUESTIONS: Readonly<Record<FollowUp, Text>> = {
  notified: { sv: 'När hörde deltagaren av sig?', en: 'When did the participant let you know?' },
  otherKind: { sv: 'Vad gällde det?', en: 'What was it about?' },
  reached: { sv: 'Har ni nått deltagaren?', en: 'Have you reached the participant?' },
  what: { sv: 'Vad gällde det?', en: 'What was it about?' },
  reason: { sv: 'Vilket skäl gav deltagaren?', en: 'What reason did the participant give?' },
  problem: { sv: 'Vad hände?', en: 'What happened?' },
  done: { sv: 'Vad har ni gjort åt det?', en: 'What have you done about it?' },
  adapted: { sv: 'Vad har ni anpassat?', en: 'What have you adapted?' },
};

/** Where the cause says the question better. */
const OWN: Readonly<Partial<Record<DeviationCause, Readonly<Partial<Record<FollowUp, Text>>>>>> = {
  work: { what: { sv: 'Vilket arbete?', en: 'Which work?' } },
  education: { what: { sv: 'Vilken utbildning?', en: 'Which education?' } },
  declinedActivity: {
    what: { sv: 'Vilken aktivitet tackade deltagaren nej till?', en: 'Which activity was declined?' },
  },
  declinedJob: {
    what: { sv: 'Vilket arbete tackade deltagaren nej till?', en: 'Which job was declined?' },
  },
  cannotBenefit: {
    problem: {
      sv: 'Vad gör att deltagaren inte kan ta del av insatsen?',
      en: 'Why can the participant not benefit from the service?',
    },
  },
  preventedJob: { what: { sv: 'Vilket arbete gällde det?', en: 'Which job was it about?' } },
};

/** What is asked, in the words of the cause. */
export function followUpQuestion(
  name: FollowUp,
  cause: DeviationCause,
  locale: ProblemLocale = 'sv',
): string {
  return (OWN[cause]?.[name] ?? QUESTIONS[name])[locale];
}

/** What is asked, whatever the cause. */
export function followUpName(name: FollowUp, locale: ProblemLocale = 'sv'): string {
  return QUESTIONS[name][locale];
}

const ANSWERS: Readonly<Record<ChosenFollowUp, Readonly<Record<string, Text>>>> = {
  notified: {
    before: { sv: 'I förväg', en: 'Beforehand' },
    sameDay: { sv: 'Samma dag', en: 'The same day' },
    after: { sv: 'Efteråt', en: 'Afterwards' },
    no: { sv: 'Inte alls', en: 'Not at all' },
  },
  otherKind: {
    doctor: { sv: 'Besök i vården', en: 'Doctor' },
    family: { sv: 'Familj', en: 'Family' },
    authority: { sv: 'Möte med en myndighet', en: 'An authority' },
    interview: { sv: 'Anställningsintervju', en: 'Interview' },
    other: { sv: 'Något annat', en: 'Something else' },
  },
  reached: {
    yes: { sv: 'Ja', en: 'Yes' },
    no: { sv: 'Nej, vi har försökt', en: 'No, we have tried' },
    notTried: { sv: 'Vi har inte försökt än', en: 'We have not tried yet' },
  },
};

/** An answer as people read it: the choice in words, anything else as it was written. */
export function followUpAnswer(name: FollowUp, answer: string, locale: ProblemLocale = 'sv'): string {
  return isChosen(name) ? (ANSWERS[name][answer]?.[locale] ?? answer) : answer;
}

function isChosen(name: FollowUp): name is ChosenFollowUp {
  return Object.hasOwn(ANSWERS, name);
}
