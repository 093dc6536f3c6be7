import {
  EXPORT_ROLES,
  type ExportKind,
  exportKindsOf,
  type ExportView,
} from '#lib/domain/export/export-kind.ts';
import { defineQuery } from '#lib/server/command/query.ts';

const MOST_SHOWN = 20;

export type Exports = {
  readonly exports: readonly ExportView[];
  readonly kinds: readonly ExportKind[];
  readonly isAllOffices: boolean;
};

/** What one has taken out before, and what one may. */
export const listExports = defineQuery<object, Exports>({
  name: 'export.list',
  mandates: EXPORT_ROLES,
  purpose: 'Egna exporter',
  async run(tx, _, { actor }) {
    if (actor.kind !== 'person' || actor.organisation !== 'provider') return null;
    const exports = await tx.$queryRaw<ExportView[]>`
      SELECT id::text, format, kinds, since, until, state, rows_total AS "rowsTotal", rows_done AS "rowsDone", counts, bytes,
        requested_at AS "requestedAt", fetched_at AS "fetchedAt"
      FROM export WHERE person_id = ${actor.personId}::uuid AND provider_id = ${actor.providerId}::uuid
      ORDER BY requested_at DESC, id DESC LIMIT ${MOST_SHOWN}`;
    return { exports, kinds: exportKindsOf(actor.role), isAllOffices: actor.officeScope === 'all' };
  },
  reads: () => null,
});
