import type { Text } from '#lib/shared/problem.ts';

/** The questions that are answered in words. */
export const QUESTIONS = ['done', 'worked', 'notWorked', 'progress', 'next', 'seeking', 'other'] as const;
export type Question = (typeof QUESTIONS)[number];

type Asked = {
  readonly question: Text;
  /** Least words of an answer beside empty phrases. */
  readonly least: number;
  /** What helps the next coach, as somebody could have written it. */
  readonly example: Text;
};

/** What is asked, and what an answer needs so that somebody else can plan from it (service description section 5). */
export const ASKED: Readonly<Record<Question, Asked>> = {
  done: {
    question: { sv: 'Vad gjorde ni?', en: 'What did you do?' },
    least: 8,
    example: {
      sv: 'Vi gick igenom annonser inom lager och skrev sex ansökningar tillsammans. Hon ringde själv två arbetsgivare.',
      en: 'We went through advertisements in warehousing and wrote six applications together. She called two employers herself.',
    },
  },
  worked: {
    question: { sv: 'Vad fungerade?', en: 'What worked?' },
    least: 6,
    example: {
      sv: 'Korta träffar på förmiddagen fungerade. Efter provintervjun vågade hon ringa utan att jag satt bredvid.',
      en: 'Short meetings in the morning worked. After the practice interview she dared to call without me beside her.',
    },
  },
  notWorked: {
    question: { sv: 'Vad fungerade inte, och varför?', en: 'What did not work, and why?' },
    least: 6,
    example: {
      sv: 'Digitala möten fungerade inte: han har bara en äldre telefon hemma.',
      en: 'Digital meetings did not work: he only has an old telephone at home.',
    },
  },
  progress: {
    question: { sv: 'Vilka framsteg har deltagaren gjort?', en: 'What progress has the participant made?' },
    least: 12,
    example: {
      sv: 'I januari sökte hon inga jobb på egen hand. Nu skickar hon fyra ansökningar i veckan och har haft två intervjuer.',
      en: 'In January she applied for no jobs on her own. Now she sends four applications a week and has had two interviews.',
    },
  },
  next: {
    question: { sv: 'Vad föreslår ni som nästa steg?', en: 'What do you propose as the next step?' },
    least: 10,
    example: {
      sv: 'Boka truckutbildning på Komvux i höst, och fråga lagret i Jordbro om praktik: de bad henne höra av sig i augusti.',
      en: 'Book forklift training this autumn, and ask the warehouse in Jordbro for a work placement: they asked her to call in August.',
    },
  },
  seeking: {
    question: {
      sv: 'Varför har deltagaren inte fått arbete eller börjat studera?',
      en: 'Why has the participant not got work or begun to study?',
    },
    least: 8,
    example: {
      sv: 'Arbetsgivarna hon mötte ville ha B-körkort, och kvällspass går inte ihop med förskolans tider.',
      en: 'The employers she met wanted a driving licence, and evening shifts do not fit the preschool’s hours.',
    },
  },
  other: {
    question: { sv: 'Vad gör deltagaren nu?', en: 'What does the participant do now?' },
    least: 4,
    example: { sv: 'Flyttade till Luleå i maj.', en: 'Moved to Luleå in May.' },
  },
};
