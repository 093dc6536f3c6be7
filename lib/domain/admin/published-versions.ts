import type { AgreementVersion } from '#lib/domain/compensation/types.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type ListedAgreement = {
  readonly id: string;
  readonly name: string;
  readonly publishedOn: PlainDate;
};

/** Terms are in force until the next version is; `to` null for the latest. */
export type ListedTerms = {
  readonly id: string;
  readonly validFrom: PlainDate;
  readonly to: PlainDate | null;
};

export type PublishedAgreement = ListedAgreement & { readonly agreement: AgreementVersion };

export type PublishedTerms = ListedTerms & { readonly terms: Terms };
