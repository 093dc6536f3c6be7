import type { EndReason } from '#lib/domain/compensation/types.ts';
import type { Effect } from '#lib/domain/effect/effect.ts';
import type { PlacementEnd } from '#lib/domain/placement-decision/end-placement.ts';
import {
  type DecisionMoney,
  effectOfEnd,
  effectOfExtension,
} from '#lib/domain/placement-decision/shown-effect.ts';
import type { CommandContext } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { coachForNextPeriod } from '#lib/server/intake/coach-for-next-period.ts';
import { insertDecision, tellOfPlacement } from '#lib/server/placement-decision/insert-decision.ts';
import type { Period } from '#lib/shared/period.ts';
import { type PlainDate, toUtcDate } from '#lib/shared/plain-date.ts';

/** What a decision about a placement has in common, whatever it decides. */
export type Carried = {
  readonly placementId: string;
  readonly reason: string;
  /** The case that it was decided in; null: on the caseworker's own initiative. */
  readonly documentId: string | null;
  readonly money: DecisionMoney | null;
  readonly context: CommandContext;
};

/** The placement ends by interruption. */
export async function carryOutEnd(tx: Tx, { end, cause }: PlacementEnd, carried: Carried): Promise<string> {
  const { placementId, reason, documentId, money, context } = carried;
  const endReason: EndReason = 'interruption';
  const effect: Effect | null = money === null ? null : effectOfEnd(money, { end, endReason });
  const decisionId = await insertDecision(
    tx,
    { placementId, kind: 'end', onDay: end, endReason, cause, reason, documentId, effect },
    context,
  );
  await tx.placement.update({
    where: { id: placementId },
    data: { end: toUtcDate(end), endReason, version: { increment: 1 } },
  });
  await tellOfPlacement(tx, placementId, 'placementEnded', context);
  return decisionId;
}

/** An end that was wrong is as if it had not been. */
export async function carryOutTakingBack(tx: Tx, carried: Carried): Promise<string> {
  const { placementId, reason, documentId, money, context } = carried;
  const effect = money === null ? null : effectOfEnd(money, null);
  const decisionId = await insertDecision(
    tx,
    { placementId, kind: 'takenBack', ...NOTHING, reason, documentId, effect },
    context,
  );
  await tx.placement.update({
    where: { id: placementId },
    data: { end: null, endReason: null, version: { increment: 1 } },
  });
  await tellOfPlacement(tx, placementId, 'placementEndUndone', context);
  return decisionId;
}

/** The placement gets its second period, with a reference of its own, and keeps its coach. */
export async function carryOutExtension(tx: Tx, period: Period, carried: Carried): Promise<string> {
  const { placementId, reason, documentId, money, context } = carried;
  const { from, to } = period;
  const effect = money === null ? null : effectOfExtension(money, period);
  const decisionId = await insertDecision(
    tx,
    { placementId, kind: 'extension', ...NOTHING, onDay: to, reason, documentId, effect },
    context,
  );
  const { decisionId: serviceId } = await tx.placement.update({
    where: { id: placementId },
    data: { to: toUtcDate(to), version: { increment: 1 } },
    select: { decisionId: true },
  });
  await tx.$executeRaw`
    INSERT INTO service_period (id, implementation_reference, decision_id, placement_id, number, "from", "to")
    VALUES (${newId()}::uuid, app.next_implementation_reference(), ${serviceId}::uuid, ${placementId}::uuid, 2, ${from}::date, ${to}::date)`;
  await coachForNextPeriod(tx, { placementId, from, now: context.now });
  await tellOfPlacement(tx, placementId, 'periodExtended', context);
  return decisionId;
}

/** There is no second period: the placement ends when the first does, of itself. */
export async function carryOutDeclining(tx: Tx, carried: Carried): Promise<string> {
  const { placementId, reason, documentId, context } = carried;
  const decisionId = await insertDecision(
    tx,
    { placementId, kind: 'noExtension', ...NOTHING, reason, documentId, effect: null },
    context,
  );
  await tellOfPlacement(tx, placementId, 'periodNotExtended', context);
  return decisionId;
}

const NOTHING: { readonly onDay: PlainDate | null; readonly endReason: null; readonly cause: null } = {
  onDay: null,
  endReason: null,
  cause: null,
};
