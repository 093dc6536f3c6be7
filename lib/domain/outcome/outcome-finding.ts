import { formatDate } from '#lib/shared/format-date.ts';
import { formatOrgNo } from '#lib/shared/format-org-no.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import type { ProblemLocale } from '#lib/shared/problem.ts';

/**
 * What the automatic checks can find in outcomes, by stable code, with the facts of its sentence (review section 1). Codes and facts are
 * stored with outcomes: add, never rename.
 */
export type OutcomeCheckFacts = {
  /** Employers that are the provider itself, or a company related to it. */
  RELATED_EMPLOYER: {
    readonly employers: readonly { readonly name: string; readonly orgNo: string; readonly own: boolean }[];
  };
  EMPLOYED_BEFORE: {
    readonly placedFrom: PlainDate;
    /** Employers that the participant has had before, by what they have told of their experience. */
    readonly had: readonly { readonly name: string; readonly toYear: number | null }[];
    /** Work that began about when the placement did. */
    readonly near: readonly { readonly name: string; readonly from: PlainDate }[];
  };
};
export type OutcomeCheckCode = keyof OutcomeCheckFacts;
export const OUTCOME_CHECK_CODES = ['RELATED_EMPLOYER', 'EMPLOYED_BEFORE'] as const;

/** What one check found in an outcome; it needs a person. */
export type OutcomeFinding = {
  [Code in OutcomeCheckCode]: {
    readonly code: Code;
    readonly severity: 'hold';
    readonly facts: OutcomeCheckFacts[Code];
  };
}[OutcomeCheckCode];

/** The sentences of what was found in an outcome, with their facts. */
export function outcomeFindingWords(
  finding: Pick<OutcomeFinding, 'code' | 'facts'>,
  locale: ProblemLocale = 'sv',
): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- code and facts of one finding belong together
  return SENTENCES[finding.code](finding.facts as never, locale).join(' ');
}

const SENTENCES: {
  readonly [Code in OutcomeCheckCode]: (
    facts: OutcomeCheckFacts[Code],
    locale: ProblemLocale,
  ) => readonly string[];
} = {
  RELATED_EMPLOYER: ({ employers }, locale) =>
    employers.map(({ name, orgNo, own }) => {
      const employer = `${name} (${formatOrgNo(orgNo)})`;
      return locale === 'sv'
        ? `Arbetsgivaren ${employer} är ${own ? 'leverantören själv' : 'ett företag närstående leverantören'}.`
        : `The employer ${employer} is ${own ? 'the provider itself' : 'a company related to the provider'}.`;
    }),
  EMPLOYED_BEFORE: ({ placedFrom, had, near }, locale) => [
    ...had.map(({ name, toYear }) => {
      if (locale === 'sv')
        return `Deltagaren har arbetat hos ${name} förut, enligt sina erfarenheter${toYear === null ? '' : `, till och med ${toYear}`}.`;
      return `The participant has worked at ${name} before, by their experience${toYear === null ? '' : `, until ${toYear}`}.`;
    }),
    ...near.map(({ name, from }) =>
      locale === 'sv'
        ? `Arbetet hos ${name} började ${formatDate(from)}, inom sju dagar från placeringens första dag ${formatDate(placedFrom)}.`
        : `The work at ${name} began on ${formatDate(from, 'en')}, within seven days of the placement’s first day ${formatDate(placedFrom, 'en')}.`,
    ),
  ],
};
