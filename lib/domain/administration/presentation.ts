import { ACTIVITIES } from '#lib/domain/activity/activity.ts';
import { ACCESSIBILITY } from '#lib/domain/choice/accessibility.ts';
import { SUPPORT_LANGUAGES } from '#lib/domain/month-grid/language-text.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** As long as each text of a presentation may be, in characters. */
export const LONGEST_TEXT = 300;

/** Fields of work that a provider knows well. */
export const WORK_FIELDS = [
  'administration',
  'construction',
  'care',
  'cleaning',
  'culture',
  'education',
  'hotelAndRestaurant',
  'industry',
  'it',
  'nature',
  'sales',
  'security',
  'transport',
  'warehouse',
] as const;
export type WorkField = (typeof WORK_FIELDS)[number];

/** Kinds of support that can be told of: the activities of the service that a provider gives. */
export const SUPPORT_KINDS = Object.entries(ACTIVITIES)
  .filter(([, { support }]) => support)
  .map(([code]) => code);

/** Swedish first, then those that support is given in, then the other national minority languages and some that are spoken here. */
export const PRESENTED_LANGUAGES: readonly string[] = [
  ...new Set([
    'sv',
    ...SUPPORT_LANGUAGES,
    'fi',
    'se',
    'fit',
    'rom',
    'yi',
    'am',
    'de',
    'pt',
    'ro',
    'ur',
    'hi',
  ]),
];
export const PRESENTED_ACCESSIBILITY: readonly string[] = ACCESSIBILITY;

/** What participants read of an office when they choose. */
export type PresentationContent = {
  /** What they are good at, in their own words. */
  readonly goodAt: string;
  readonly support: readonly string[];
  readonly fields: readonly WorkField[];
  /** BCP 47 tags. */
  readonly languages: readonly string[];
  readonly accessibility: readonly string[];
  readonly gettingThere: string;
  readonly firstMeeting: string;
};

export const PRESENTATION_TEXTS = ['goodAt', 'gettingThere', 'firstMeeting'] as const;
export const PRESENTATION_LISTS = ['support', 'fields', 'languages', 'accessibility'] as const;
export type PresentationField = (typeof PRESENTATION_TEXTS)[number] | (typeof PRESENTATION_LISTS)[number];

export const PRESENTATION_STATUSES = ['draft', 'submitted', 'approved', 'returned', 'withdrawn'] as const;
export type PresentationStatus = (typeof PRESENTATION_STATUSES)[number];

const MISSING: Readonly<Partial<Record<PresentationField, string>>> = {
  goodAt: 'Skriv vad ni är bra på.',
  support: 'Välj minst en sorts stöd.',
  languages: 'Välj minst ett språk.',
  gettingThere: 'Skriv hur man hittar till er.',
  firstMeeting: 'Skriv vad som händer på första mötet.',
};

/** What has to be there before a presentation is sent in. A draft may lack anything. */
export function missingInPresentation(content: PresentationContent): readonly FieldProblem[] {
  return Object.entries(MISSING).flatMap(([field, message]) =>
    content[field as PresentationField].length === 0
      ? [{ pointer: `/${field}`, code: 'missing', message }]
      : [],
  );
}

/** What one version says otherwise than another: texts before and after, lists by what came and went. */
export type PresentationChange =
  | {
      readonly field: PresentationField;
      readonly kind: 'text';
      readonly before: string;
      readonly after: string;
    }
  | {
      readonly field: PresentationField;
      readonly kind: 'list';
      readonly added: readonly string[];
      readonly removed: readonly string[];
    };

export function presentationChanges(
  before: PresentationContent,
  after: PresentationContent,
): readonly PresentationChange[] {
  const texts = PRESENTATION_TEXTS.filter((field) => before[field] !== after[field]).map(
    (field) => ({ field, kind: 'text', before: before[field], after: after[field] }) as const,
  );
  const lists = PRESENTATION_LISTS.map((field) => {
    const [old, now]: readonly [readonly string[], readonly string[]] = [before[field], after[field]];
    return {
      field,
      kind: 'list' as const,
      added: now.filter((item) => !old.includes(item)),
      removed: old.filter((item) => !now.includes(item)),
    };
  }).filter(({ added, removed }) => added.length + removed.length > 0);
  return [...texts, ...lists];
}
