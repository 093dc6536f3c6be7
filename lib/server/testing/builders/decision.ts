import type { Level } from '#lib/domain/compensation/types.ts';
import type { Database } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import type { BuiltParticipant } from '#lib/server/testing/builders/participant.ts';
import { TEST_AREA } from '#lib/server/testing/builders/reference-data.ts';
import { addDays, plainDate, toUtcDate } from '#lib/shared/plain-date.ts';

export type BuiltDecision = {
  readonly id: string;
  readonly participant: BuiltParticipant;
  readonly level: Level;
  readonly agreementVersionId: string;
};

type Given = {
  readonly participant: BuiltParticipant;
  readonly level?: Level;
  readonly arrivedOn?: string;
  readonly chooseBy?: string;
  readonly deliveryAreaId?: string;
  readonly agreementVersionId?: string;
};

/** A decision without its service periods: `buildPlacement` makes those of a placement. */
export async function buildDecision(owner: Database, given: Given): Promise<BuiltDecision> {
  const id = newId();
  const level = given.level ?? 'B';
  const agreementVersionId = given.agreementVersionId ?? 'krom-exempel-1';
  const arrivedOn = plainDate(given.arrivedOn ?? '2026-01-02');
  await owner.decision.create({
    data: {
      id,
      participantId: given.participant.id,
      level,
      agreementVersionId,
      deliveryAreaId: given.deliveryAreaId ?? TEST_AREA,
      arrivedOn: toUtcDate(arrivedOn),
      chooseBy: toUtcDate(given.chooseBy === undefined ? addDays(arrivedOn, 7) : plainDate(given.chooseBy)),
    },
  });
  return { id, participant: given.participant, level, agreementVersionId };
}
