import { ACTIVITY_CODES, type ActivityCode } from '#lib/domain/activity/activity.ts';
import type { OtherParty, PlannedActivity } from '#lib/domain/activity/plan-version.ts';
import type { Stay } from '#prisma/seed/demo/story/participant-story.ts';

/** Why an activity is planned, what it should lead to, and how many minutes a week. */
const WORDS: Readonly<
  Record<ActivityCode, readonly [purpose: string, goal: string, minutes: number | null]>
> = {
  individualMeeting: ['Följa upp veckan och bestämma nästa steg.', 'Varje vecka är nästa steg klart.', 60],
  ownWork: ['Komma vidare mellan mötena.', 'Fyra ansökningar i veckan.', 240],
  practicalSupport: [
    'Cv och brev behöver visa vad du kan.',
    'Ett cv och ett brev som är klara att skicka.',
    45,
  ],
  employerContacts: ['Arbetsgivare behöver få veta att du finns.', 'Två studiebesök och en intervju.', 60],
  careerGuidance: ['Vägen till yrket är inte klar.', 'Ett beslut om utbildning eller yrke.', 30],
  information: ['Det finns frågor om hur arbetsmarknaden fungerar.', 'Du vet vem du vänder dig till.', null],
  mapping: ['Vi behöver veta vad du kan och vill.', 'En gemensam bild av styrkor och hinder.', 60],
  languageSkills: [
    'Yrkesspråket behövs på intervju och arbetsplats.',
    'Du klarar en intervju på svenska.',
    90,
  ],
  otherActor: [
    'Någon annan ger det som vi inte kan ge.',
    'Insatsen är genomförd enligt överenskommelse.',
    120,
  ],
  motivationalTalks: ['Det har varit många nej på vägen.', 'Du söker jobb varje vecka och vet varför.', 30],
  digitalSkills: ['De flesta ansökningar görs på nätet.', 'Du söker jobb och bokar möten själv.', 60],
  health: ['En fast vecka gör det lättare att orka.', 'Du rör på dig tre gånger i veckan.', 60],
  shortTraining: ['Yrket kräver ett intyg.', 'Ett godkänt intyg.', 180],
};

const SCHOOL: OtherParty = {
  name: 'Komvux',
  role: 'Utbildare',
  task: 'Svenska som andraspråk två kvällar i veckan.',
};
const EMPLOYER: OtherParty = {
  name: 'Lokal arbetsgivare',
  role: 'Studiebesök',
  task: 'Visar arbetsplatsen och berättar vad som krävs.',
};

export function plannedActivities(activities: readonly ActivityCode[]): readonly PlannedActivity[] {
  return ACTIVITY_CODES.filter((code) => activities.includes(code)).map((activity) => {
    const [purpose, goal, minutesPerWeek] = WORDS[activity];
    return { activity, purpose, goal, minutesPerWeek };
  });
}

/** Who else takes part: the school of those who study the language, an employer for every third. */
export function otherParties({ plan }: Stay, index: number): readonly OtherParty[] {
  const learns = plan?.activities.includes('languageSkills') ?? false;
  return [...(learns ? [SCHOOL] : []), ...(index % 3 === 0 ? [EMPLOYER] : [])];
}

/** What somebody says of their plan, when, and what the coach answers the day after. */
export const PLAN_COMMENTS = [
  {
    name: 'Olena Kovalenko',
    said: { daysAfterPlan: 3 },
    activity: null,
    text: 'Planen är bra. Jag vill gärna träffa en arbetsgivare redan den här månaden.',
    answer: 'Bra att du säger det. Vi pratar om vilka på nästa möte.',
  },
  {
    name: 'Olena Kovalenko',
    said: { daysAgo: 2 },
    activity: 'languageSkills',
    text: 'Kan vi öva mer på orden som används på jobbet?',
    answer: null,
  },
  {
    name: 'Hodan Abdi',
    said: { daysAgo: 4 },
    activity: 'ownWork',
    text: 'Fyra ansökningar i veckan är mycket för mig. Kan vi börja med två?',
    answer: null,
  },
] as const satisfies readonly {
  readonly name: string;
  readonly said: { readonly daysAfterPlan: number } | { readonly daysAgo: number };
  readonly activity: ActivityCode | null;
  readonly text: string;
  readonly answer: string | null;
}[];
