import type { GivenHelp, HandedOutCode, Helped } from '#lib/domain/assistance/helped.ts';
import type { OwnSituation } from '#lib/domain/participant/own-situation.ts';
import { findHelped } from '#lib/server/assistance/find-helped.ts';
import { HELP_PURPOSE } from '#lib/server/assistance/on-behalf.ts';
import { givenHelpColumns, givenHelpFrom } from '#lib/server/assistance/given-help-sql.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { loadOwnSituation } from '#lib/server/participant/own-situation.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type AssistanceView = {
  readonly today: PlainDate;
  readonly helped: Helped;
  readonly situation: OwnSituation;
  readonly codes: readonly HandedOutCode[];
  readonly given: readonly GivenHelp[];
};

/** Where a caseworker helps a participant: what there is to choose or switch, codes on paper, and what has been done. */
export const showAssistance = defineQuery<{ readonly participantId: string }, AssistanceView>({
  name: 'assistance.show',
  mandates: ['caseworker'],
  purpose: HELP_PURPOSE,
  async run(tx, { participantId }, { now, today }) {
    const helped = await findHelped(tx, participantId);
    const situation = helped === null ? null : await loadOwnSituation(tx, participantId, today);
    if (helped === null || situation === null) return null;
    return {
      today,
      helped,
      situation,
      codes: await codesOf(tx, participantId, now),
      given: await givenTo(tx, participantId),
    };
  },
  reads: ({ helped: { participantId } }) => ({
    type: 'participant',
    id: participantId,
    participantIds: [participantId],
  }),
});

/** Whom a page of help is for, where the page itself is the participant's own. */
export const findHelpedParticipant = defineQuery<{ readonly participantId: string }, Helped>({
  name: 'assistance.show',
  mandates: ['caseworker'],
  purpose: HELP_PURPOSE,
  run: (tx, { participantId }) => findHelped(tx, participantId),
  reads: ({ participantId }) => ({
    type: 'participant',
    id: participantId,
    participantIds: [participantId],
  }),
});

async function codesOf(tx: Tx, participantId: string, now: Date): Promise<HandedOutCode[]> {
  return await tx.$queryRaw<HandedOutCode[]>`
    SELECT c.id::text, (c.made_at AT TIME ZONE 'Europe/Stockholm')::date::text AS "madeOn", c.reason,
      coalesce((SELECT p.given_name || ' ' || p.family_name FROM person p WHERE p.id = c.made_by_person_id), '–') AS by,
      CASE WHEN c.used_at IS NOT NULL THEN 'used' WHEN c.ended_at IS NOT NULL THEN c.ended_as
        WHEN c.expires_at <= ${now.toISOString()}::timestamptz THEN 'expired' ELSE 'open' END AS state,
      (coalesce(c.used_at, c.ended_at, c.expires_at - interval '1 second') AT TIME ZONE 'Europe/Stockholm')::date::text AS day
    FROM paper_code c WHERE c.participant_id = ${participantId}::uuid ORDER BY c.made_at DESC LIMIT 20`;
}

async function givenTo(tx: Tx, participantId: string): Promise<GivenHelp[]> {
  return await tx.$queryRaw<GivenHelp[]>`
    SELECT ${givenHelpColumns} ${givenHelpFrom} WHERE a.participant_id = ${participantId}::uuid ORDER BY a.at DESC, a.id DESC LIMIT 50`;
}
