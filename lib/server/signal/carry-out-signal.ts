import type { DocumentPlacement } from '#lib/domain/document/document.ts';
import type { SignalDecision } from '#lib/domain/signal/signal.ts';
import type { CommandContext } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { placementEffect } from '#lib/server/effect/placement-effect.ts';
import { newId } from '#lib/server/ids.ts';
import { notify } from '#lib/server/notification/notify.ts';
import { type PlainDate, toUtcDate } from '#lib/shared/plain-date.ts';

type Carried = {
  readonly documentId: string;
  readonly placement: DocumentPlacement;
  readonly decision: SignalDecision;
  readonly context: CommandContext;
};

/** What becomes of the placement when its signal is confirmed, with the kronor of it, in the same transaction. */
export async function carryOutSignal(tx: Tx, carried: Carried): Promise<void> {
  const { decision, placement, context } = carried;
  const { course, endsOn } = decision;
  if (course === 'end' && endsOn !== null) await end(tx, carried, endsOn);
  if (course === 'goesOn') await goOn(tx, carried);
  if (course === null || course === 'ended') return;
  await notify(tx, {
    event: course === 'end' ? 'placementEnded' : 'placementGoesOn',
    to: { kind: 'participant' },
    about: {
      placementId: placement.placementId,
      subject: { type: 'placement', id: placement.placementId },
      path: '/participant',
    },
    now: context.now,
  });
}

async function end(tx: Tx, carried: Carried, endsOn: PlainDate): Promise<void> {
  const { placement, context } = carried;
  const patch = { end: { end: endsOn, endReason: 'outcome' as const } };
  const effect = await placementEffect(tx, placement.placementId, patch, context.today);
  await decide(tx, carried, {
    kind: 'end',
    onDay: toUtcDate(endsOn),
    endReason: 'outcome',
    cause: 'signal',
    effect,
  });
  await tx.placement.update({
    where: { id: placement.placementId },
    data: { end: toUtcDate(endsOn), endReason: 'outcome', version: { increment: 1 } },
  });
}

/** Beside part-time work. What an earlier signal ended is taken up again. */
async function goOn(tx: Tx, carried: Carried): Promise<void> {
  const { placement, context } = carried;
  if (placement.end !== null) {
    const effect = await placementEffect(tx, placement.placementId, { end: null }, context.today);
    await decide(tx, carried, { kind: 'takenBack', onDay: null, endReason: null, cause: null, effect });
    await tx.placement.update({
      where: { id: placement.placementId },
      data: { end: null, endReason: null, version: { increment: 1 } },
    });
  }
  await decide(tx, carried, { kind: 'goesOn', onDay: null, endReason: null, cause: null, effect: null });
}

type Row = {
  readonly kind: 'end' | 'takenBack' | 'goesOn';
  readonly onDay: Date | null;
  readonly endReason: 'outcome' | null;
  readonly cause: string | null;
  readonly effect: Awaited<ReturnType<typeof placementEffect>>;
};

async function decide(tx: Tx, { documentId, placement, context }: Carried, row: Row): Promise<void> {
  const { effect, ...decided } = row;
  if (context.actor.kind !== 'person') throw new Error('Only persons decide');
  await tx.placementDecision.create({
    data: {
      id: newId(),
      placementId: placement.placementId,
      ...decided,
      documentId,
      effectOre: effect?.differenceOre ?? null,
      nextOre: effect?.nextAfterOre ?? null,
      decidedByPersonId: context.actor.personId,
      decidedAt: context.now,
    },
  });
}
