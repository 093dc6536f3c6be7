import { type LoggedAction, MOST_EXPORTED } from '#lib/domain/admin/audit-log.ts';
import type { AuditSearchInput } from '#lib/schemas/admin.ts';
import { findEntries } from '#lib/server/admin/find-entries.ts';
import { searchDetail, searchedParticipant } from '#lib/server/admin/search-audit.ts';
import { defineQuery } from '#lib/server/command/query.ts';

export type AuditExport = {
  readonly entries: readonly LoggedAction[];
  readonly participantIds: readonly string[];
};

/** What a search in the log finds, newest first, for a file. Only with a reason, which goes into the log with whose names it holds. */
export const exportAudit = defineQuery<AuditSearchInput, AuditExport>({
  name: 'audit.export',
  mandates: ['auditor'],
  purpose: 'Revision av loggen, som fil',
  run: async (tx, input) => {
    if (input.reason === '') return null;
    const { participantId, unknownReference } = await searchedParticipant(tx, input);
    const found = unknownReference ? [] : await findEntries(tx, input, participantId, MOST_EXPORTED);
    const named = found.flatMap(({ namedParticipantIds }) => namedParticipantIds);
    return {
      entries: found.map(({ entry }) => entry),
      participantIds: [...new Set([...(participantId === null ? [] : [participantId]), ...named])],
    };
  },
  reads: ({ entries, participantIds }, input) => ({
    type: 'auditLog',
    id: 'export',
    participantIds,
    detail: { ...searchDetail(input), entries: entries.length },
  }),
});
