import type { Database } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import { buildDecision, type BuiltDecision } from '#lib/server/testing/builders/decision.ts';
import { buildParticipant, type BuiltParticipant } from '#lib/server/testing/builders/participant.ts';
import { uniqueReference } from '#lib/server/testing/builders/sequence.ts';
import { addDays, plainDate, toUtcDate } from '#lib/shared/plain-date.ts';

const PERIOD_DAYS = 180;

/** A decision whose service period of 180 days waits for a choice. */
export async function buildUnplacedDecision(
  owner: Database,
  given: {
    readonly participant?: BuiltParticipant;
    readonly from?: string;
    readonly deliveryAreaId?: string;
    readonly arrivedOn?: string;
    readonly chooseBy?: string;
  } = {},
): Promise<BuiltDecision> {
  const { from: start, participant, ...rest } = given;
  const decision = await buildDecision(owner, {
    participant: participant ?? (await buildParticipant(owner)),
    ...rest,
  });
  const from = plainDate(start ?? '2026-05-18');
  await owner.servicePeriod.create({
    data: {
      id: newId(),
      implementationReference: uniqueReference(),
      decisionId: decision.id,
      number: 1,
      from: toUtcDate(from),
      to: toUtcDate(addDays(from, PERIOD_DAYS)),
    },
  });
  return decision;
}
