import { type LoggedReading, type OwnReadings, readingDays } from '#lib/domain/participant/reading.ts';
import type { OwnReadingsInput } from '#lib/schemas/own-reading.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import { OWN_PURPOSE, ownParticipantId } from '#lib/server/participant/own-participant.ts';

const DAYS_PER_PAGE = 10;

type Row = {
  readonly readings: readonly LoggedReading[];
  readonly providers: OwnReadings['providers'];
  readonly days: number;
};

/** Who has read about the participant, by day: organisation, role and why. Their own looks are left out. */
export const listOwnReadings = defineQuery<OwnReadingsInput, OwnReadings>({
  name: 'participant.listReadings',
  mandates: ['participant'],
  purpose: OWN_PURPOSE,
  async run(tx, { page, from }, { actor }) {
    const participantId = ownParticipantId(actor);
    if (participantId === null) return null;
    const [row] = await queryJson<Row>(
      tx,
      Prisma.sql`
      WITH logged AS MATERIALIZED (SELECT * FROM app.own_readings()),
        shown AS (SELECT * FROM logged l WHERE ${ofOrganisation(from)}),
        days AS (SELECT DISTINCT day FROM shown ORDER BY day DESC LIMIT ${DAYS_PER_PAGE} OFFSET ${(page - 1) * DAYS_PER_PAGE})
      SELECT (SELECT count(DISTINCT day)::int FROM shown) AS days,
        (SELECT coalesce(json_agg(DISTINCT jsonb_build_object('id', l.provider_id, 'name', l.provider_name)), '[]')
          FROM logged l WHERE l.provider_id IS NOT NULL) AS providers,
        (SELECT coalesce(json_agg(json_build_object('day', s.day, 'actorKind', s.actor_kind, 'role', s.role, 'providerId', s.provider_id,
            'providerName', s.provider_name, 'action', s.action, 'times', s.times, 'lastAt', s.last_at)), '[]')
          FROM shown s JOIN days USING (day)) AS readings`,
    );
    return {
      participantId,
      days: readingDays(row?.readings ?? []),
      providers: (row?.providers ?? []).toSorted((a, b) => a.name.localeCompare(b.name, 'sv')),
      page,
      pages: Math.max(page, Math.ceil((row?.days ?? 0) / DAYS_PER_PAGE)),
    };
  },
  reads: ({ participantId }) => ({ type: 'participant', id: participantId, participantIds: [participantId] }),
});

function ofOrganisation(from: OwnReadingsInput['from']): Prisma.Sql {
  if (from === '') return Prisma.sql`true`;
  if (from !== 'authority') return Prisma.sql`l.provider_id = ${from}::uuid`;
  return Prisma.sql`l.provider_id IS NULL AND (l.actor_kind = 'authority-load' OR l.role IN ('reviewer', 'caseworker', 'payer', 'agreementAdmin', 'auditor'))`;
}
