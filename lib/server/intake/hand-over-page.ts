import type { HandedParticipant, HandOverPage, HandOverPreview } from '#lib/domain/intake/coaches.ts';
import { shareOut } from '#lib/domain/intake/share-out.ts';
import { participantsSoon, type Workload } from '#lib/domain/intake/workload.ts';
import type { HandOverPreviewInput } from '#lib/schemas/intake.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { findBeyondReach } from '#lib/server/intake/change-coaches.ts';
import { loadWorkloads } from '#lib/server/intake/workloads.ts';
import { placementsInReach } from '#lib/server/month/within-reach.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** As many as are handed over in one step. */
const MOST_AT_ONCE = 200;

/** A coach's participants, and – once somebody is chosen to get them – what handing them over would do. */
export const handOverPage = defineQuery<HandOverPreviewInput, HandOverPage>({
  name: 'intake.handOver',
  mandates: ['intake', 'providerAdmin'],
  purpose: 'Deltagare lämnas över till en annan handledare',
  run: async (tx, input, { actor, today }) => {
    if (actor.kind !== 'person' || actor.providerId === null) return null;
    const { coachPersonId } = input;
    const coaches = await loadWorkloads(tx, actor.providerId, today);
    const coach = coaches.find(({ personId }) => personId === coachPersonId);
    if (coach === undefined) return null;
    const participants = await tx.$queryRaw<HandedParticipant[]>`
      SELECT p.id::text AS "placementId", q.id::text AS "participantId", p.version, n.given_name || ' ' || n.family_name AS name, p.level::text,
        o.name AS "officeName", p."from"::text
      FROM placement p JOIN participant q ON q.id = p.participant_id JOIN person n ON n.id = q.person_id JOIN office o ON o.id = p.office_id
      WHERE ${placementsInReach(actor)} AND p.cancelled_at IS NULL AND p.coach_person_id = ${coachPersonId}::uuid
        AND coalesce(p."end", p."to") > ${today}::date
      ORDER BY n.family_name COLLATE "sv-x-icu", n.given_name COLLATE "sv-x-icu", p.id LIMIT ${MOST_AT_ONCE}`;
    const others = coaches.filter(({ isCoach, personId }) => isCoach && personId !== coachPersonId);
    return {
      today,
      coach,
      participants,
      others,
      most: (await termsInForce(tx, today)).participantsPerCoach,
      preview: await previewOf(tx, input, { participants, others, today }),
    };
  },
  reads: ({ participants }) => ({
    type: 'placement',
    id: null,
    participantIds: participants.map(({ participantId }) => participantId),
  }),
});

type Ground = {
  readonly participants: readonly HandedParticipant[];
  readonly others: readonly Workload[];
  readonly today: PlainDate;
};

async function previewOf(
  tx: Tx,
  { to, who, placement }: HandOverPreviewInput,
  { participants, others, today }: Ground,
): Promise<HandOverPreview | null> {
  const targets = others.filter(({ personId }) => to.includes(personId));
  const chosen = participants.filter(({ placementId }) => who === 'all' || placement.includes(placementId));
  if (targets.length === 0 || chosen.length === 0) return null;
  const pairs = chosen.flatMap(({ placementId }) =>
    targets.map(({ personId }) => ({ placementId, coachPersonId: personId })),
  );
  const beyond = new Set(
    (await findBeyondReach(tx, pairs, today)).map((pair) => `${pair.placementId} ${pair.coachPersonId}`),
  );
  const able = (placementId: string) =>
    targets.map(({ personId }) => personId).filter((personId) => !beyond.has(`${placementId} ${personId}`));
  const held = new Map(targets.map((target) => [target.personId, participantsSoon(target)]));
  const { moves, left } = shareOut(
    chosen.map(({ placementId }) => ({ placementId, able: able(placementId) })),
    held,
  );
  return {
    moves,
    left,
    after: targets.map(({ personId, name }) => ({
      personId,
      name,
      before: held.get(personId) ?? 0,
      gets: moves.filter(({ coachPersonId }) => coachPersonId === personId).length,
    })),
  };
}
