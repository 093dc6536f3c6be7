import type { AgreementVersion } from '#lib/domain/compensation/types.ts';
import type { CheckCode, Checked, Finding } from '#lib/domain/report/check.ts';
import { validateReport } from '#lib/domain/report/check-report.ts';
import type { DatedCheck } from '#lib/domain/report/not-assessed.ts';
import { type PaidPlacement, reportAmount } from '#lib/domain/report/report-amount.ts';
import { riskOf } from '#lib/domain/report/risk.ts';
import { decideBy, type Terms } from '#lib/domain/terms/terms.ts';
import type { Ore } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** What follows from a report on the day it is sent. */
export type JudgedReport = {
  readonly blocks: readonly Finding[];
  /** Holds and flags, one of each code. */
  readonly findings: readonly Finding[];
  /** Checks that could not be assessed. */
  readonly notAssessed: readonly DatedCheck[];
  readonly holds: number;
  readonly risk: number;
  /** Risk from which a person looks, by the terms. */
  readonly riskThreshold: number;
  /** Base pay in öre if it is approved. */
  readonly amountOre: Ore;
  readonly decideBy: PlainDate;
};

/** Checks, risk, kronor and the day by which it is decided, for a report sent `today`. Same in, same out. */
export function judgeReport(
  checked: Checked,
  paid: { readonly agreement: AgreementVersion; readonly level: PaidPlacement['level'] },
  without: readonly CheckCode[] = [],
): JudgedReport {
  const { facts, terms, today } = checked;
  const { blocks, findings, notAssessed } = validateReport(checked, without);
  const { periods, end, absences } = facts;
  const placement = { level: paid.level, periods, end, absences };
  return {
    blocks,
    findings,
    notAssessed,
    holds: findings.filter(({ severity }) => severity === 'hold').length,
    risk: riskOf(findings, terms),
    riskThreshold: terms.riskThreshold,
    amountOre: reportAmount(paid.agreement, placement, facts.month, today),
    decideBy: decideBy(today, terms),
  };
}

/** The same with what is found when it is signed. */
export function alsoFound(judged: JudgedReport, found: readonly Finding[], terms: Terms): JudgedReport {
  const findings = [...judged.findings, ...found];
  return {
    ...judged,
    findings,
    holds: findings.filter(({ severity }) => severity === 'hold').length,
    risk: riskOf(findings, terms),
  };
}
