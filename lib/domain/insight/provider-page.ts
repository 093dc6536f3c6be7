import type { ComplaintCategory } from '#lib/domain/complaint/complaint.ts';
import type { DocumentKind } from '#lib/domain/document/document.ts';
import type { JudgedCheck } from '#lib/domain/insight/check-catalogue.ts';
import type { Counts } from '#lib/domain/insight/check-precision.ts';
import type { ProviderFigures } from '#lib/domain/insight/provider-figures.ts';
import type { Tallies } from '#lib/domain/quality/tally.ts';
import type { ShownRelatedCompany } from '#lib/domain/related-company/related-company.ts';
import type { ReasonCode } from '#lib/domain/review/reason-code.ts';
import type { Estimate } from '#lib/domain/sampling/estimate.ts';
import type { Month } from '#lib/shared/month.ts';
import type { Ore } from '#lib/shared/money.ts';

/** A month's reports as they stand now, whichever way they went. */
export type MonthStates = {
  readonly month: Month;
  readonly sent: number;
  readonly late: number;
  /** Wait for the draw, for a reviewer, for the provider's answer to a proposed rejection. */
  readonly automatic: number;
  readonly waiting: number;
  readonly communicated: number;
  /** Approved by the rules, or by anybody else. */
  readonly byRules: number;
  readonly byPerson: number;
  readonly returned: number;
  readonly rejected: number;
};

/** What a reason has been given for, and how often. */
export type ReasonCount = {
  readonly reason: ReasonCode;
  readonly returned: number;
  readonly proposed: number;
  readonly rejected: number;
  /** Rows of which fewer minutes were approved. */
  readonly rows: number;
};

export type DocumentCount = {
  readonly kind: DocumentKind;
  readonly sent: number;
  readonly late: number;
  readonly open: number;
  readonly returned: number;
  readonly rejected: number;
};

/** One closed cycle of a provider: what was drawn, and what that says of the rest. */
export type CycleResult = {
  readonly cycleId: string;
  readonly month: Month;
  readonly draw: number;
  readonly estimate: Estimate;
};

/** Everything that a follow-up of one provider begins with. */
export type ProviderPage = {
  readonly from: Month;
  readonly to: Month;
  readonly readAt: string;
  readonly figures: ProviderFigures;
  readonly areas: readonly string[];
  readonly offices: number;
  readonly months: readonly MonthStates[];
  readonly reasons: readonly ReasonCount[];
  readonly documents: readonly DocumentCount[];
  readonly complaints: {
    readonly open: number;
    readonly byCategory: readonly { readonly category: ComplaintCategory; readonly count: number }[];
  };
  readonly cycles: readonly CycleResult[];
  /** Of all cycles together. */
  readonly sampled: Estimate;
  readonly quality: {
    readonly participants: number;
    readonly withBroken: number;
    readonly tallies: Tallies;
  };
  readonly checks: readonly (Counts & { readonly code: JudgedCheck })[];
  readonly related: readonly ShownRelatedCompany[];
  /** Öre of reports that wait for a person. */
  readonly waitingOre: Ore;
};
