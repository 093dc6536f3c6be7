import { type FieldProblem } from '#lib/shared/problem.ts';

/** What somebody has done before and can (service description section 3): work, education, driving licence, languages. */
export const EXPERIENCE_KINDS = ['work', 'education', 'licence', 'language'] as const;
export type ExperienceKind = (typeof EXPERIENCE_KINDS)[number];

/** Whose words it is told in. */
export type ExperienceSource = 'coach' | 'participant';

export type ExperienceContent = {
  /** Occupation, education, classes of licence, language. */
  readonly what: string;
  /** Employer, school, or where the licence holds; empty where it is not said. */
  readonly place: string;
  /** Years; null where they are not said, `toYear` also while it goes on. */
  readonly fromYear: number | null;
  readonly toYear: number | null;
  readonly note: string;
};

/** One thing in its latest version, with who wrote it. */
export type Experience = ExperienceContent & {
  readonly threadId: string;
  readonly number: number;
  readonly kind: ExperienceKind;
  readonly source: ExperienceSource;
  readonly writtenByName: string | null;
  /** ISO 8601 in UTC. */
  readonly writtenAt: string;
  /** Versions before this one, the latest first. */
  readonly earlier: readonly (Pick<ExperienceContent, 'what' | 'place' | 'note'> & {
    readonly writtenAt: string;
  })[];
};

/** How many things one participant's list holds at most. */
export const MOST_EXPERIENCE = 60;
/** First year that can be told. */
export const FIRST_YEAR = 1940;

/**
 * What is wrong with something that is told: years that end before they begin or lie ahead (education and work can end up to
 * ten years ahead: a course goes on). Named at their fields; empty where nothing is.
 */
export function experienceProblems(content: ExperienceContent, thisYear: number): readonly FieldProblem[] {
  const { fromYear, toYear } = content;
  const found: FieldProblem[] = [];
  if (fromYear !== null && (fromYear < FIRST_YEAR || fromYear > thisYear))
    found.push(
      wrong('/fromYear', 'Första året stämmer inte.', `Ange ett år mellan ${FIRST_YEAR} och ${thisYear}.`),
    );
  if (toYear !== null && (toYear < FIRST_YEAR || toYear > thisYear + 10))
    found.push(
      wrong('/toYear', 'Sista året stämmer inte.', `Ange ett år mellan ${FIRST_YEAR} och ${thisYear + 10}.`),
    );
  if (fromYear !== null && toYear !== null && toYear < fromYear)
    found.push(wrong('/toYear', 'Sista året ligger före det första.', 'Låt det vara tomt om det pågår.'));
  return found;
}

function wrong(pointer: string, message: string, fix: string): FieldProblem {
  return { pointer, code: 'year', message, fix };
}

/** Whether somebody may change what is told: a coach what coaches wrote, participants their own words. */
export function mayChange({ source }: Pick<Experience, 'source'>, role: string): boolean {
  return source === role;
}
