import type { ClientActor } from '#lib/domain/actor/actor.ts';
import { auditInsert } from '#lib/server/command/audit.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { attestable } from '#lib/server/report/attest-content.ts';
import { insertReports } from '#lib/server/report/insert-reports.ts';
import type { PassedSubmission } from '#lib/server/report/sort-submission.ts';
import { attestationInsert } from '#lib/server/report/write-attestation.ts';
import { firstDay, type Month } from '#lib/shared/month.ts';

type By = { readonly client: ClientActor; readonly now: Date };

/** Reports sent under a standing signature: one signature a month, over exactly what was sent. Ids in the same order. */
export async function writeAttested(
  tx: Tx,
  passed: readonly PassedSubmission[],
  attestorPersonId: string,
  { client, now }: By,
): Promise<ReadonlyMap<PassedSubmission, string>> {
  const ids = new Map<PassedSubmission, string>();
  for (const [month, group] of Map.groupBy(passed, ({ placementMonth }) => placementMonth.facts.month)) {
    const reports = group.map((report) => ({ ...report, id: newId() }));
    const signed = attestable(
      month,
      reports.map(({ placementMonth, reference, content, judged }) => ({
        placementId: placementMonth.placementId,
        reference,
        content,
        amountOre: judged.amountOre,
      })),
    );
    const attestationId = newId();
    const signature = attestationInsert({
      id: attestationId,
      providerId: client.providerId,
      personId: attestorPersonId,
      signed,
      // The signature stands since it was given; this is when it was used.
      authenticatedAt: now,
      attestedAt: now,
      standing: true,
    });
    const entry = auditInsert({
      actor: client,
      action: 'report.attestStanding',
      outcome: 'done',
      subject: {
        type: 'attestation',
        id: attestationId,
        participantIds: reports.map(({ placementMonth }) => placementMonth.participantId),
        detail: {
          month,
          attestorPersonId,
          contentHash: signed.contentHash,
          reportIds: reports.map(({ id }) => id),
        },
      },
    });
    const delivery = {
      submittedAt: now,
      submittedByPersonId: null,
      apiClientId: client.apiClientId,
      attestationId,
    };
    await insertReports(
      tx,
      reports,
      { status: 'submitted', source: 'api', ...delivery },
      { signature, after: [draftDelete(month, reports), entry] },
    );
    group.forEach((report, index) => ids.set(report, reports[index]?.id ?? ''));
  }
  return ids;
}

function draftDelete(month: Month, reports: readonly PassedSubmission[]): Prisma.Sql {
  return Prisma.sql`DELETE FROM month_draft WHERE month = ${firstDay(month)}::date
    AND placement_id = ANY (${reports.map(({ placementMonth }) => placementMonth.placementId)}::uuid[])`;
}

/** Reports sent without a standing signature wait as drafts for a signatory. */
export async function writeDrafts(tx: Tx, passed: readonly PassedSubmission[], { now }: By): Promise<void> {
  const drafts = passed.map(({ placementMonth: { placementId, facts }, content }) => ({
    placement_id: placementId,
    month: firstDay(facts.month),
    content,
  }));
  await tx.$executeRaw`INSERT INTO month_draft (placement_id, month, content, source, updated_at)
    SELECT placement_id, month, content, 'api', ${now.toISOString()}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(drafts)}::jsonb) AS x (placement_id uuid, month date, content jsonb)
    ON CONFLICT (placement_id, month) DO UPDATE SET content = excluded.content, unread = '[]', source = excluded.source,
      updated_at = excluded.updated_at, updated_by_person_id = NULL, version = month_draft.version + 1`;
}
