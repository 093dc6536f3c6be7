import { type EvidencePage, standingOfEvidence } from '#lib/domain/evidence/evidence-page.ts';
import { type CommandContext, type Mandate } from '#lib/server/command/command.ts';
import { defineQuery, type Query } from '#lib/server/command/query.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import {
  evidenceItems,
  isProtectedPlacement,
  shownConfirmations,
} from '#lib/server/evidence/evidence-rows.ts';
import { seesPlacement } from '#lib/server/document/document-rows.ts';
import { findOutcome, outcomePlacement } from '#lib/server/outcome/find-outcome.ts';

type Asked = { readonly outcomeId: string };

/** Who hands evidence in: whoever reports for the provider. */
export const EVIDENCE_GIVERS = ['coach', 'reporter', 'signatory'] as const;

async function run(
  tx: Tx,
  { outcomeId }: Asked,
  { actor, today, now }: CommandContext,
): Promise<EvidencePage | null> {
  const outcome = await findOutcome(tx, outcomeId);
  const placement = outcome === null ? null : await outcomePlacement(tx, outcome.placementId);
  if (outcome === null || placement === null || !(await seesPlacement(tx, placement.placementId, actor)))
    return null;
  const { placementId } = placement;
  return {
    today,
    now: now.toISOString(),
    placement,
    outcome,
    isProtected: await isProtectedPlacement(tx, placementId),
    confirmations: await shownConfirmations(tx, placementId),
    ...standingOfEvidence(outcome, await evidenceItems(tx, placementId), today),
  };
}

function evidenceQuery(
  name: string,
  mandates: readonly Mandate[],
  purpose: string,
): Query<Asked, EvidencePage> {
  return defineQuery<Asked, EvidencePage>({
    name,
    mandates,
    purpose,
    run,
    reads: ({ outcome, placement }) => ({
      type: 'outcome',
      id: outcome.id,
      participantIds: [placement.participantId],
    }),
  });
}

/** The evidence of an outcome, what it covers and what is missing, for those who hand it in. */
export const showEvidence = evidenceQuery('evidence.show', EVIDENCE_GIVERS, 'Underlag för resultat');

/** The same for those who judge it, or handle the outcome. */
export const reviewEvidence = evidenceQuery(
  'evidence.review',
  ['reviewer', 'caseworker', 'auditor'],
  'Granskning av underlag för resultat',
);
