import type { PresentationContent } from '#lib/domain/administration/presentation.ts';
import type { ActivityForm } from '#lib/domain/activity/activity-form.ts';
import type { ClosedBecause } from '#lib/domain/choice/open-for-choice.ts';
import type { ContractRating } from '#lib/domain/rating/rating.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** What can be chosen: an office of a contract that takes new participants. All that a card shows, and nothing else. */
export type ChoiceProvider = {
  readonly officeId: string;
  readonly contractId: string;
  readonly name: string;
  readonly street: string;
  readonly place: string;
  readonly phone: string | null;
  readonly openingHours: string | null;
  /** What they are good at, in their own words. */
  readonly ownWords: string;
  /** BCP 47 tags. */
  readonly languages: readonly string[];
  readonly forms: readonly ActivityForm[];
  /** Codes of `accessibility.ts`; what is none of them is shown as it was written. */
  readonly accessibility: readonly string[];
  /** What was reviewed and approved of how they present themselves; null where nothing has been. */
  readonly presentation: PresentationContent | null;
  readonly contractFrom: PlainDate;
  /** How it has gone for their participants. */
  readonly rating: ContractRating;
  /** From home in whole metres, or null where the home is not known. */
  readonly metres: number | null;
  readonly participantsNow: number;
  readonly placesLeft: number;
};

/** What an approved presentation says in place of what stands with the contract and the office. */
export function presentedWords(
  presentation: PresentationContent,
): Pick<ChoiceProvider, 'ownWords' | 'languages' | 'accessibility' | 'presentation'> {
  const { goodAt, languages, accessibility } = presentation;
  return { ownWords: goodAt, languages, accessibility, presentation };
}

/** An office as it can be chosen, or why it cannot. */
export type AreaOffice = ChoiceProvider & { readonly closedBecause: ClosedBecause | null };
