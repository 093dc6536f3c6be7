import { seesMoney } from '#lib/domain/actor/sees-money.ts';
import type { PlacementFacts } from '#lib/domain/compensation/types.ts';
import { outcomeFact, type OutcomeContent } from '#lib/domain/outcome/outcome.ts';
import { outcomeWindows } from '#lib/domain/outcome/outcome-clock.ts';
import type { OutcomeReportForm } from '#lib/domain/outcome/provider-outcome.ts';
import {
  basisOf,
  refuseReporting,
  type TypedReport,
  valuesOfOutcome,
  valuesOfSignal,
} from '#lib/domain/outcome/report-outcome.ts';
import { confirmationOf, readableOutcome } from '#lib/domain/outcome/settle-outcome.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { findDocumentPlacement } from '#lib/server/document/document-rows.ts';
import { effectFor, placementMoney } from '#lib/server/effect/placement-effect.ts';
import { outcomePlacement } from '#lib/server/outcome/find-outcome.ts';
import { checkOutcome } from '#lib/server/outcome/outcome-checks.ts';
import { OUTCOME_REPORTERS, reportingOf } from '#lib/server/outcome/reporting.ts';

type Asked = {
  readonly placementId: string;
  /** The report that is put right; null for a new one. */
  readonly replacesId: string | null;
  readonly typed: Omit<TypedReport, 'overFull' | 'confirmed'> | null;
};

/** The form of an outcome report: filled in from the signal, a draft or the report that stands, and what would be sent. */
export const outcomeReportForm = defineQuery<Asked, OutcomeReportForm>({
  name: 'outcome.write',
  mandates: OUTCOME_REPORTERS,
  purpose: 'Resultatredovisning',
  async run(tx, { placementId, replacesId, typed }, { actor, today }) {
    if ((await findDocumentPlacement(tx, placementId, actor)) === null) return null;
    const placement = await outcomePlacement(tx, placementId);
    const money = placement === null ? null : await placementMoney(tx, placementId, today);
    if (placement === null || money === null) return null;
    const reporting = await reportingOf(tx, placementId);
    const { standing, current } = reporting;
    const basis = basisOf(reporting);
    const content =
      typed === null || basis === null
        ? null
        : readableOutcome({ ...typed, signalledOn: basis.signalledOn }, today);
    const draft = await savedDraft(tx, placementId);
    const sees = actor.kind === 'person' && seesMoney(actor.role);
    const given =
      current !== null ? valuesOfOutcome(current) : standing === null ? {} : valuesOfSignal(standing);
    return {
      today,
      placement,
      windows: outcomeWindows(money.agreement, money.facts.placement),
      types: money.agreement.resultPay.types,
      signalledOn: basis?.signalledOn ?? null,
      current,
      refused: refuseReporting(reporting, replacesId)?.title ?? null,
      values: draft?.values ?? given,
      draftVersion: draft?.version ?? 0,
      preview:
        content === null
          ? null
          : {
              content,
              confirmation: confirmationOf(content),
              findings: await checkOutcome(tx, placementId, content),
              effect: sees ? effectFor(money, { outcome: submitted(content) }) : null,
            },
    };
  },
  reads: ({ placement, current }) => ({
    type: 'outcome',
    id: current?.id ?? null,
    participantIds: [placement.participantId],
  }),
});

/** A new version waits for a decision, and nothing of it is shown yet. */
function submitted(content: OutcomeContent): PlacementFacts['outcome'] {
  return outcomeFact(content, 'submitted', null);
}

async function savedDraft(
  tx: Tx,
  placementId: string,
): Promise<{ readonly values: Readonly<Record<string, string>>; readonly version: number } | null> {
  const [draft] = await tx.$queryRaw<{ values: Record<string, string>; version: number }[]>`
    SELECT d."values", d.version FROM outcome_draft d WHERE d.placement_id = ${placementId}::uuid`;
  return draft ?? null;
}
