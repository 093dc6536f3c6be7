import type { CorrectionWay } from '#lib/domain/report/correct-report.ts';
import type { Ore } from '#lib/shared/money.ts';
import { sumOre } from '#lib/shared/money.ts';
import type { Month } from '#lib/shared/month.ts';
import type { ProblemLocale } from '#lib/shared/problem.ts';

/** What a signatory puts their name to. Stored with each signature: a changed wording is for new ones only. */
export const ATTEST_STATEMENT =
  'Jag intygar på heder och samvete att uppgifterna i rapporterna är riktiga och att aktiviteterna har ägt rum.';
const IN_ENGLISH =
  'I attest on my honour and conscience that the particulars in the reports are true and that the activities took place.';

export function attestStatement(locale: ProblemLocale): string {
  return locale === 'sv' ? ATTEST_STATEMENT : IN_ENGLISH;
}

/** A report as it is attested: its content by its hash, which the stored report keeps. */
export type AttestedReport = {
  readonly placementId: string;
  readonly reference: string;
  readonly contentHash: string;
  readonly amountOre: Ore;
};

/** What a correction adds to what is signed: which report it replaces, why, and when it takes effect. */
export type SignedCorrection = {
  readonly reportId: string;
  readonly reason: string;
  readonly takesEffect: CorrectionWay;
};

/** Exactly what is signed: the words, the month, every report, their number and their sum in öre. */
export type AttestationContent = {
  readonly statement: string;
  readonly month: Month;
  readonly reports: readonly AttestedReport[];
  readonly reportCount: number;
  readonly amountOre: Ore;
  readonly corrects?: SignedCorrection;
};

/** The content of a signature, in one order whatever order the reports were picked in. */
export function attestationContent(
  month: Month,
  reports: readonly AttestedReport[],
  corrects?: SignedCorrection,
): AttestationContent {
  return {
    statement: ATTEST_STATEMENT,
    month,
    reports: reports.toSorted((a, b) => (a.placementId < b.placementId ? -1 : 1)),
    reportCount: reports.length,
    amountOre: sumOre(reports.map(({ amountOre }) => amountOre)),
    ...(corrects === undefined ? {} : { corrects }),
  };
}
