import type { OutcomeType } from '#lib/domain/compensation/types.ts';

/** Who answers a link: the employer about an employment, the school about studies. */
export type Answerer = 'employer' | 'school';

/** Who can confirm an outcome of the type by a link; null for a business of one's own, which nobody else speaks for. */
export function answererOf(type: OutcomeType): Answerer | null {
  switch (type) {
    case 'employment':
      return 'employer';
    case 'studies':
      return 'school';
    case 'ownBusiness':
      return null;
  }
}

/** Who is meant where words speak of the one who answers about an outcome of the type. */
export function answererInWords(type: OutcomeType): Answerer {
  return answererOf(type) ?? 'employer';
}
