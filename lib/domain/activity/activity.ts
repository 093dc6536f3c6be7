import type { Text } from '#lib/shared/problem.ts';

/** What an activity mostly is: matching to work, strengthening (rustande), or both. */
export type ActivityKind = 'matching' | 'strengthening' | 'both';

type Activity = Text & {
  /** Belongs to every joint plan. */
  readonly mandatory: boolean;
  readonly kind: ActivityKind;
  /** Given by the provider, so that its minutes count as support. The participant's own time does not. */
  readonly support: boolean;
};

/** The activity categories (aktivitetskategorier), in the order in which people see them. Source: service description section 4. */
export const ACTIVITIES = {
  individualMeeting: {
    sv: 'Individuellt möte',
    en: 'Individual meeting',
    mandatory: true,
    kind: 'both',
    support: true,
  },
  ownWork: {
    sv: 'Eget arbete enligt individuell planering',
    en: 'Own work by individual plan',
    mandatory: true,
    kind: 'both',
    support: false,
  },
  practicalSupport: {
    sv: 'Praktiskt stöd',
    en: 'Practical support',
    mandatory: false,
    kind: 'matching',
    support: true,
  },
  employerContacts: {
    sv: 'Kontakter med arbetsgivare eller andra relevanta aktörer',
    en: 'Contacts with employers or other relevant actors',
    mandatory: false,
    kind: 'matching',
    support: true,
  },
  careerGuidance: {
    sv: 'Studie- och yrkesvägledning',
    en: 'Study and career guidance',
    mandatory: false,
    kind: 'both',
    support: true,
  },
  information: { sv: 'Information', en: 'Information', mandatory: false, kind: 'both', support: true },
  mapping: { sv: 'Kartläggning', en: 'Mapping', mandatory: false, kind: 'both', support: true },
  languageSkills: {
    sv: 'Stärka språkkunskaper',
    en: 'Strengthening language skills',
    mandatory: false,
    kind: 'strengthening',
    support: true,
  },
  otherActor: {
    sv: 'Insats hos annan aktör',
    en: 'Measure at another actor',
    mandatory: false,
    kind: 'strengthening',
    support: true,
  },
  motivationalTalks: {
    sv: 'Motiverande samtal',
    en: 'Motivational talks',
    mandatory: false,
    kind: 'both',
    support: true,
  },
  digitalSkills: {
    sv: 'Stärka digital kompetens',
    en: 'Strengthening digital skills',
    mandatory: false,
    kind: 'strengthening',
    support: true,
  },
  health: {
    sv: 'Hälsofrämjande aktiviteter',
    en: 'Health-promoting activities',
    mandatory: false,
    kind: 'strengthening',
    support: true,
  },
  shortTraining: {
    sv: 'Kortare utbildning',
    en: 'Shorter training',
    mandatory: false,
    kind: 'strengthening',
    support: true,
  },
} as const satisfies Record<string, Activity>;

export type ActivityCode = keyof typeof ACTIVITIES;

/** Whether the value is the code of an activity category. */
export function isActivityCode(value: unknown): value is ActivityCode {
  return typeof value === 'string' && Object.hasOwn(ACTIVITIES, value);
}

/** All codes in the order in which people see them. */
export const ACTIVITY_CODES: readonly ActivityCode[] = Object.keys(ACTIVITIES).filter((code) =>
  isActivityCode(code),
);

/** The categories that belong to every joint plan. */
export const MANDATORY_ACTIVITIES: readonly ActivityCode[] = ACTIVITY_CODES.filter(
  (code) => ACTIVITIES[code].mandatory,
);

/** Whether minutes of the category count as support from the provider. */
export function isSupport(code: ActivityCode): boolean {
  return ACTIVITIES[code].support;
}

export function activityName(code: ActivityCode, locale: keyof Text = 'sv'): string {
  return ACTIVITIES[code][locale];
}
