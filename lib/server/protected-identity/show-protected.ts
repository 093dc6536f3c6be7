import {
  OPENING_ROLES,
  type ProtectedEvent,
  type ProtectedView,
  waitingLift,
} from '#lib/domain/protected-identity/protected-identity.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { candidatesFor } from '#lib/server/protected-identity/candidates.ts';
import { isUuid } from '#lib/shared/uuid.ts';

/** Who is named for a participant with protected identity, and what has been done; the participant stands there by the alias. */
export const showProtected = defineQuery<{ readonly participantId: string }, ProtectedView>({
  name: 'protectedIdentity.show',
  mandates: OPENING_ROLES,
  purpose: 'Ärende om skyddade personuppgifter',
  async run(tx, { participantId }, { actor, today }) {
    if (!isUuid(participantId) || actor.kind !== 'person') return null;
    const [found] = await tx.$queryRaw<{ alias: string }[]>`
      SELECT p.given_name || ' ' || p.family_name AS alias FROM participant a JOIN person p ON p.id = a.person_id
      WHERE a.id = ${participantId}::uuid AND a.protected AND a.id = ANY (app.named_for())`;
    if (found === undefined) return null;
    const mayManage = actor.role === 'caseworker';
    const events = mayManage ? await eventsOf(tx, participantId) : [];
    return {
      participantId,
      alias: found.alias,
      named: mayManage ? await namedFor(tx, participantId) : [],
      events,
      lift: waitingLift(events),
      candidates: mayManage ? await candidatesFor(tx, participantId, today) : [],
      mayManage,
      today,
    };
  },
  reads: ({ participantId }) => ({
    type: 'participant',
    id: participantId,
    participantIds: [participantId],
  }),
});

/** Whether somebody may open who it is, for pages that lead there; nothing is shown of anybody. */
export const mayOpenProtected = defineQuery<
  { readonly participantId: string },
  { readonly mayOpen: boolean }
>({
  name: 'protectedIdentity.mayOpen',
  mandates: OPENING_ROLES,
  purpose: 'Ärende om skyddade personuppgifter',
  async run(tx, { participantId }) {
    const [found] = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM participant WHERE id = ${participantId}::uuid AND protected AND id = ANY (app.named_for())`;
    return { mayOpen: found !== undefined };
  },
  reads: () => null,
});

async function namedFor(tx: Tx, participantId: string): Promise<ProtectedView['named']> {
  return await tx.$queryRaw<{ personId: string; name: string; organisation: string; responsible: boolean }[]>`
    SELECT a.person_id::text AS "personId", coalesce(n.given_name || ' ' || n.family_name, '–') AS name, a.responsible,
      coalesce((SELECT coalesce(v.name, 'Arbetsförmedlingen') FROM membership m LEFT JOIN provider v ON v.id = m.provider_id
        WHERE m.person_id = a.person_id ORDER BY m.valid_to IS NULL DESC, m.valid_from DESC LIMIT 1), '–') AS organisation
    FROM protected_access a LEFT JOIN person n ON n.id = a.person_id
    WHERE a.participant_id = ${participantId}::uuid ORDER BY a.responsible DESC, 2`;
}

async function eventsOf(tx: Tx, participantId: string): Promise<ProtectedEvent[]> {
  return await tx.$queryRaw<ProtectedEvent[]>`
    SELECT e.id::text, e.kind, e.reason, e.why, e.by_person_id::text AS "byPersonId",
      coalesce((SELECT n.given_name || ' ' || n.family_name FROM person n WHERE n.id = e.by_person_id), '–') AS by,
      (SELECT n.given_name || ' ' || n.family_name FROM person n WHERE n.id = e.named_person_id) AS whom,
      to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at
    FROM protected_event e WHERE e.participant_id = ${participantId}::uuid ORDER BY e.number DESC LIMIT 100`;
}
