import type { OwnHelp } from '#lib/domain/assistance/assistance.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

const columns = Prisma.sql`a.kind, CASE WHEN a.paper_code_id IS NULL THEN 'caseworker' ELSE 'paperCode' END AS "assistedBy",
  (a.at AT TIME ZONE 'Europe/Stockholm')::date::text AS "doneOn"`;

/** What was done for a participant of a choice or a switch, in order. Nothing where they did it themselves. */
export async function helpWith(
  tx: Tx,
  done: { readonly choiceId: string } | { readonly switchId: string },
): Promise<readonly OwnHelp[]> {
  const which =
    'choiceId' in done
      ? Prisma.sql`a.choice_id = ${done.choiceId}::uuid`
      : Prisma.sql`a.switch_id = ${done.switchId}::uuid`;
  return await tx.$queryRaw<OwnHelp[]>`
    SELECT ${columns} FROM assistance a WHERE ${which} ORDER BY a.at, a.id`;
}

/** What was done last of the placements that a participant has or comes to; null where it was by nobody else. */
export async function latestHelp(tx: Tx, participantId: string, today: PlainDate): Promise<OwnHelp | null> {
  const [row] = await tx.$queryRaw<OwnHelp[]>`
    SELECT ${columns} FROM assistance a JOIN placement l ON l.id = a.placement_id
    WHERE a.participant_id = ${participantId}::uuid AND l.cancelled_at IS NULL AND coalesce(l."end", l."to") > ${today}::date
    ORDER BY a.at DESC, a.id DESC LIMIT 1`;
  return row ?? null;
}
