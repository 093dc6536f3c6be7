import type { Actor } from '#lib/domain/actor/actor.ts';
import { type CorrectionWay, judgeCorrection, wayToCorrect } from '#lib/domain/report/correct-report.ts';
import type { JudgedReport } from '#lib/domain/report/judge-report.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { type Attestable, attestable } from '#lib/server/report/attest-content.ts';
import {
  type Correctable,
  findCorrectable,
  type OpenCorrection,
} from '#lib/server/report/correction/find-correctable.ts';
import { keyOf, loadPlacementMonths, type PlacementMonth } from '#lib/server/report/placement-months.ts';
import { loadRules } from '#lib/server/report/rules-in-force.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import type { Problem } from '#lib/shared/problem.ts';

/** A written correction held against everything, as it would be attested now. */
export type PreparedCorrection = {
  readonly report: Correctable;
  readonly draft: OpenCorrection;
  readonly placementMonth: PlacementMonth;
  readonly judged: JudgedReport;
  /** What is signed; null where the report cannot be corrected as it stands. */
  readonly signed: Attestable | null;
  readonly way: CorrectionWay | null;
  readonly refusal: Problem | null;
};

/** Null where there is no draft of a correction within the actor's reach. */
export async function prepareCorrection(
  tx: Tx,
  { actor, today }: { readonly actor: Actor; readonly today: PlainDate },
  which: Parameters<typeof findCorrectable>[2],
  lock: { readonly forUpdate: boolean },
): Promise<PreparedCorrection | null> {
  const report = await findCorrectable(tx, actor, which, lock);
  if (report === null || report.open === null || report.open.status !== 'draft') return null;
  const { placementId, month, reference, submittedOn, open: draft } = report;
  const { content } = draft;
  const rules = await loadRules(tx);
  const comparing = { termsOf: rules.termsOf, today, withDrafts: false };
  const placementMonth = (await loadPlacementMonths(tx, [{ placementId, month, content }], comparing)).get(
    keyOf(report),
  );
  if (placementMonth === undefined) return null;
  const { facts, level, agreementVersionId } = placementMonth;
  const judged = judgeCorrection(
    { content, facts, terms: rules.termsOf(month), today, submittedOn },
    { agreement: rules.agreementOf(agreementVersionId), level },
  );
  const way = wayToCorrect(report);
  return {
    report,
    draft,
    placementMonth,
    judged,
    way: way.ok ? way.value : null,
    refusal: way.ok ? null : way.error,
    signed: way.ok
      ? attestable(month, [{ placementId, reference, content, amountOre: judged.amountOre }], {
          reportId: report.id,
          reason: draft.reason,
          takesEffect: way.value,
        })
      : null,
  };
}
