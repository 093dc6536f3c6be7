import { type LoggedAction, NAMED_PARTICIPANTS } from '#lib/domain/admin/audit-log.ts';
import type { AuditSearchInput } from '#lib/schemas/admin.ts';
import { likePattern } from '#lib/server/admin/like-pattern.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { addDays } from '#lib/shared/plain-date.ts';

type Named = { readonly id: string; readonly name: string };
type Row = Omit<LoggedAction, 'participantNames'> & { readonly named: readonly Named[] };

export type FoundEntry = {
  readonly entry: LoggedAction;
  readonly namedParticipantIds: readonly string[];
};

/** Entries of the log that the filters leave, newest first, at most `limit`; `participantId` narrows to those about one. */
export async function findEntries(
  tx: Tx,
  input: AuditSearchInput,
  participantId: string | null,
  limit: number,
): Promise<FoundEntry[]> {
  const where = Prisma.join(conditions(input, participantId), ' AND ');
  // The entries are picked first, so that names are looked up for one page only.
  const rows = await tx.$queryRaw<Row[]>`
    SELECT e.id::text, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at, e.actor_kind AS "actorKind",
      p.given_name || ' ' || p.family_name AS "actorName",
      CASE WHEN e.actor_kind IN ('client', 'job') THEN split_part(e.actor_key, ':', 2) END AS "actorMachine",
      e.role, v.name AS "providerName", e.action, e.outcome, CASE WHEN e.subject_type = 'problem' THEN e.subject_id END AS refusal,
      CASE WHEN e.action = 'choice.assign' THEN e.detail->>'choiceId' END AS "assignedChoiceId",
      e.purpose, coalesce(cardinality(e.participant_ids), 0) AS participants,
      CASE WHEN cardinality(e.participant_ids) BETWEEN 1 AND ${NAMED_PARTICIPANTS} THEN
        (SELECT coalesce(json_agg(json_build_object('id', a.id, 'name', n.given_name || ' ' || n.family_name)
            ORDER BY n.family_name, n.given_name), '[]')
          FROM participant a JOIN person n ON n.id = a.person_id WHERE a.id = ANY (e.participant_ids) AND NOT a.protected)
        ELSE '[]' END AS named
    FROM (SELECT * FROM audit_entry e WHERE ${where} ORDER BY e.at DESC, e.id DESC LIMIT ${limit}) e
      LEFT JOIN person p ON p.id = e.person_id AND NOT p.protected
      LEFT JOIN provider v ON v.id = e.provider_id
    ORDER BY e.at DESC, e.id DESC`;
  return rows.map(({ named, ...row }) => ({
    entry: { ...row, participantNames: named.map(({ name }) => name) },
    namedParticipantIds: named.map(({ id }) => id),
  }));
}

function conditions(input: AuditSearchInput, participantId: string | null): Prisma.Sql[] {
  const { person, organisation, action, outcome, from, to, before } = input;
  const found = [Prisma.sql`true`];
  if (person !== '') {
    // Who has a protected identity is found by nobody's name.
    found.push(Prisma.sql`e.person_id IN (SELECT x.id FROM person x
      WHERE NOT x.protected AND x.given_name || ' ' || x.family_name ILIKE ${likePattern(person)})`);
  }
  if (participantId !== null)
    found.push(Prisma.sql`e.id IN (SELECT app.entries_about(${participantId}::uuid))`);
  if (organisation !== '') {
    found.push(
      Prisma.sql`e.provider_id IN (SELECT v.id FROM provider v WHERE v.name ILIKE ${likePattern(organisation)})`,
    );
  }
  if (action !== '') found.push(Prisma.sql`e.action = ${action}`);
  // Said word by word: the index of refusals serves no parameter.
  if (outcome === 'refused') found.push(Prisma.sql`e.outcome = 'refused'`);
  else if (outcome !== '') found.push(Prisma.sql`e.outcome = ${outcome}`);
  // Days as a calendar in Sweden shows them, both included.
  if (from !== null) found.push(Prisma.sql`e.at >= ${from}::timestamp AT TIME ZONE 'Europe/Stockholm'`);
  if (to !== null)
    found.push(Prisma.sql`e.at < ${addDays(to, 1)}::timestamp AT TIME ZONE 'Europe/Stockholm'`);
  if (before !== undefined) {
    found.push(
      Prisma.sql`(e.at, e.id) < (SELECT b.at, b.id FROM audit_entry b WHERE b.id = ${before}::bigint)`,
    );
  }
  return found;
}
