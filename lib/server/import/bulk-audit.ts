import type { Tx } from '#lib/server/db/transaction.ts';

export type BulkAuditEntry = {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly participantIds: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
};

/** One entry in the log for each that an import touched, in one statement: thousands of people come in with a file. */
export async function writeBulkAudit(
  tx: Tx,
  action: string,
  entries: readonly BulkAuditEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map((entry) => ({
    subject_type: entry.subjectType,
    subject_id: entry.subjectId,
    participant_ids: entry.participantIds,
    detail: entry.detail,
  }));
  await tx.$executeRaw`INSERT INTO audit_entry (actor_kind, actor_key, action, outcome, subject_type, subject_id, participant_ids, detail)
    SELECT 'authority-load', 'authority-load', ${action}, 'done', subject_type, subject_id,
      ARRAY(SELECT json_array_elements_text(participant_ids)::uuid), detail
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS x (subject_type text, subject_id text, participant_ids json, detail jsonb)`;
}
