import { z } from 'zod';
import { database } from '#lib/server/db/client.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { env } from '#lib/server/env.ts';
import { problemResponse } from '#lib/server/http/problem-response.ts';
import { newId } from '#lib/server/ids.ts';
import { notFound } from '#lib/shared/problem.ts';

const bareReport = z.object({
  placementId: z.uuid(),
  participantId: z.uuid(),
  providerId: z.uuid(),
  officeId: z.uuid(),
  month: z.iso.date(),
  rows: z.array(z.object({ activity: z.string(), form: z.string().nullable(), minutes: z.int() })),
});

/**
 * What the benchmark of submissions compares the real route with: the same report and rows in one transaction, and nothing
 * else. Nobody is asked who they are, nothing is checked, read, signed or logged; only row-level security, which the role
 * cannot get around, is told a provider. It exists only where PORTAL_BENCH is 1.
 */
export async function POST(request: Request): Promise<Response> {
  if (env().PORTAL_BENCH !== '1') return problemResponse(notFound());
  const { placementId, participantId, providerId, officeId, month, rows } = bareReport.parse(
    await request.json(),
  );
  const id = newId();
  const nobody = { kind: 'client', apiClientId: id, clientId: 'bench', name: 'bench' } as const;
  const actor = { ...nobody, providerId, scopes: [], attestorMembershipId: null };
  await inTransaction(database(), actor, async (tx) => {
    await tx.$executeRaw`INSERT INTO report (id, placement_id, participant_id, provider_id, office_id, month, number, status,
        job_suggestions, submitted_on, submitted_at, source, content_hash, decide_by, amount_ore, risk, holds)
      VALUES (${id}::uuid, ${placementId}::uuid, ${participantId}::uuid, ${providerId}::uuid, ${officeId}::uuid, ${month}::date, 1,
        'submitted', 0, ${month}::date, now(), 'api', '', ${month}::date, 0, 0, 0)`;
    await tx.$executeRaw`INSERT INTO report_row (report_id, activity, form, minutes)
      SELECT ${id}::uuid, activity, form, minutes FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS x (activity activity_category, form activity_form, minutes int)`;
  });
  return Response.json({ id }, { headers: { 'cache-control': 'no-store' } });
}
