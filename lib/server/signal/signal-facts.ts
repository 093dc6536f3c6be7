import { OUTCOME_TYPES } from '#lib/domain/compensation/types.ts';
import type { DocumentPlacement } from '#lib/domain/document/document.ts';
import { outcomeWindows } from '#lib/domain/outcome/outcome-clock.ts';
import { FULL_EXTENT } from '#lib/domain/outcome/scale-extent.ts';
import { courseKronor, outcomeOfSignal } from '#lib/domain/signal/course-kronor.ts';
import { coursesOf, type Signal, type SignalFacts, type StoredSignal } from '#lib/domain/signal/signal.ts';
import type { CommandContext } from '#lib/server/command/command.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { factsAfter, type PlacementMoney, placementMoney } from '#lib/server/effect/placement-effect.ts';
import { currentOutcome } from '#lib/server/outcome/find-outcome.ts';
import { serviceSpans } from '#lib/server/outcome/own-outcome.ts';

/** What the rules of a signal rest on. A participant reads the signal and not the agreement; kronor are for those who decide. */
export async function signalFacts(
  tx: Tx,
  placement: DocumentPlacement,
  { actor, today }: CommandContext,
): Promise<SignalFacts> {
  const { placementId } = placement;
  const standing = await standingSignal(tx, placementId);
  const role = actor.kind === 'person' ? actor.role : null;
  const money = role === 'participant' ? null : await placementMoney(tx, placementId, today);
  const decides = role === 'caseworker';
  return {
    types: money?.agreement.resultPay.types ?? OUTCOME_TYPES,
    windows: money === null ? null : outcomeWindows(money.agreement, money.facts.placement),
    standing,
    outcomeStatus: (await currentOutcome(tx, placementId))?.status ?? null,
    wantedExtentPercent: money?.wantedExtentPercent ?? FULL_EXTENT,
    spans: decides ? await serviceSpans(tx, placementId) : [],
    kronor:
      decides && money !== null && standing !== null ? kronorOf(money, placement, standing.content) : null,
  };
}

/** The signal of a placement that stands; one that was refused or taken back does not. */
export async function standingSignal(tx: Tx, placementId: string): Promise<SignalFacts['standing']> {
  const [row] = await queryJson<Pick<StoredSignal, 'id' | 'status' | 'content'>>(
    tx,
    Prisma.sql`SELECT d.id, d.status, d.content FROM document d WHERE d.placement_id = ${placementId}::uuid AND d.kind = 'signal'
      AND d.status IN ('submitted', 'inReview', 'returned', 'approved')`,
  );
  return row ?? null;
}

/** What the placement gives in all on each course that can be chosen. */
function kronorOf(
  money: PlacementMoney,
  placement: DocumentPlacement,
  signal: Signal,
): SignalFacts['kronor'] {
  const courses = coursesOf(signal, placement);
  const outcome = outcomeOfSignal(signal, null);
  return {
    end: courses.includes('end')
      ? courseKronor(
          money.agreement,
          factsAfter(money, { outcome, end: { end: signal.from, endReason: 'outcome' } }),
        )
      : null,
    goesOn: courses.includes('goesOn')
      ? courseKronor(money.agreement, factsAfter(money, { outcome, end: null }))
      : courseKronor(money.agreement, factsAfter(money, { outcome })),
  };
}
