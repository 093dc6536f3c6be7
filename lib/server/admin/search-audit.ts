import type { AuditSearch } from '#lib/domain/admin/audit-log.ts';
import type { AuditSearchInput } from '#lib/schemas/admin.ts';
import { chainState } from '#lib/server/admin/chain-state.ts';
import { findEntries } from '#lib/server/admin/find-entries.ts';
import { auditFolder } from '#lib/server/audit/checkpoint.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { env } from '#lib/server/env.ts';

const PAGE_SIZE = 50;

/** The log, newest first, and how its chain stands. Reading the log is itself an entry in it. */
export const searchAudit = defineQuery<AuditSearchInput, AuditSearch>({
  name: 'audit.search',
  mandates: ['auditor'],
  purpose: 'Revision av loggen',
  run: async (tx, input) => {
    const chain = await chainState(tx, auditFolder(env().PORTAL_DATA_DIR));
    const { participantId, unknownReference } = await searchedParticipant(tx, input);
    const found = unknownReference ? [] : await findEntries(tx, input, participantId, PAGE_SIZE + 1);
    const shown = found.slice(0, PAGE_SIZE);
    return {
      entries: shown.map(({ entry }) => entry),
      shownParticipantIds: [
        ...new Set([
          ...(participantId === null ? [] : [participantId]),
          ...shown.flatMap(({ namedParticipantIds }) => namedParticipantIds),
        ]),
      ],
      olderThan: found.length > PAGE_SIZE ? (shown.at(-1)?.entry.id ?? null) : null,
      unknownReference,
      chain,
    };
  },
  // Which filters were used, not what was typed: a name that is searched for has no place in the log's own detail.
  reads: ({ shownParticipantIds }, input) => ({
    type: 'auditLog',
    id: 'search',
    participantIds: shownParticipantIds,
    detail: searchDetail(input),
  }),
});

/** What of a search the log keeps: which filters were used and why. */
export function searchDetail({
  before: _before,
  reason,
  ...filters
}: AuditSearchInput): Record<string, unknown> {
  const used = Object.entries(filters).flatMap(([name, value]) =>
    value === '' || value === null ? [] : [name],
  );
  return { filters: used, ...(reason === '' ? {} : { reason }) };
}

/** Whose entries are asked for: by reference, or by who was found by identity number; null for everybody's. */
export async function searchedParticipant(
  tx: Tx,
  { reference, participant }: AuditSearchInput,
): Promise<{ readonly participantId: string | null; readonly unknownReference: boolean }> {
  if (participant !== '') {
    const seen = await tx.participant.findFirst({ where: { id: participant, protected: false } });
    return { participantId: seen?.id ?? null, unknownReference: seen === null };
  }
  if (reference === '') return { participantId: null, unknownReference: false };
  const participantId = await findParticipant(tx, reference);
  return { participantId, unknownReference: participantId === null };
}

/** Who a reference belongs to, among those whom the asker may see. */
async function findParticipant(tx: Tx, reference: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ readonly id: string }[]>`
    SELECT a.id::text FROM service_period s JOIN decision d ON d.id = s.decision_id
      JOIN participant a ON a.id = d.participant_id AND NOT a.protected
    WHERE s.implementation_reference = ${reference}`;
  return row?.id ?? null;
}
