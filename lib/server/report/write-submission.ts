import type { ClientActor } from '#lib/domain/actor/actor.ts';
import { writeAudit } from '#lib/server/command/audit.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { attestable } from '#lib/server/report/attest-content.ts';
import { insertReports } from '#lib/server/report/insert-reports.ts';
import type { PassedSubmission } from '#lib/server/report/sort-submission.ts';
import { writeAttestation } from '#lib/server/report/write-attestation.ts';
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
  for (const [month, reports] of Map.groupBy(passed, ({ placementMonth }) => placementMonth.facts.month)) {
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
    await writeAttestation(tx, {
      id: attestationId,
      providerId: client.providerId,
      personId: attestorPersonId,
      signed,
      // The signature stands since it was given; this is when it was used.
      authenticatedAt: now,
      attestedAt: now,
      standing: true,
    });
    const reportIds = await insertReports(tx, reports, {
      status: 'submitted',
      source: 'api',
      submittedAt: now,
      submittedByPersonId: null,
      apiClientId: client.apiClientId,
      attestationId,
    });
    reports.forEach((report, index) => ids.set(report, reportIds[index] ?? ''));
    await writeAudit(tx, {
      actor: client,
      action: 'report.attestStanding',
      outcome: 'done',
      subject: {
        type: 'attestation',
        id: attestationId,
        participantIds: reports.map(({ placementMonth }) => placementMonth.participantId),
        detail: { month, attestorPersonId, contentHash: signed.contentHash, reportIds },
      },
    });
    await deleteDrafts(tx, month, reports);
  }
  return ids;
}

async function deleteDrafts(tx: Tx, month: Month, reports: readonly PassedSubmission[]): Promise<void> {
  await tx.$executeRaw`DELETE FROM month_draft WHERE month = ${firstDay(month)}::date
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
    ON CONFLICT (placement_id, month) DO UPDATE SET content = excluded.content, source = excluded.source,
      updated_at = excluded.updated_at, updated_by_person_id = NULL, version = month_draft.version + 1`;
}
