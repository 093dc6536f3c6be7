import { EXPORT_MARGIN_SECONDS, EXPORT_ROLES, exportKindsOf } from '#lib/domain/export/export-kind.ts';
import { type RequestExportInput, requestExportInput } from '#lib/schemas/export.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { newId } from '#lib/server/ids.ts';
import { sendInTransaction } from '#lib/server/jobs/send-in-transaction.ts';
import { conflict, forbidden, validationProblem } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

/** Asks for a file of one's own data: everything, or what is new since an export that one has fetched. A job makes it. */
export const requestExport = defineCommand({
  name: 'export.request',
  mandates: EXPORT_ROLES,
  input: requestExportInput,
  async lock(tx, { since }: RequestExportInput, { actor }) {
    if (actor.kind !== 'person' || actor.organisation !== 'provider') return null;
    const { providerId, personId } = actor;
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`export:${personId}`}))`;
    const earlier =
      since === ''
        ? null
        : await tx.export.findFirst({ where: { id: since, providerId, personId, fetchedAt: { not: null } } });
    const waiting = await tx.export.count({
      where: { providerId, personId, state: { in: ['waiting', 'running'] } },
    });
    return { actor, earlier, isMissing: since !== '' && earlier === null, isWaiting: waiting > 0 };
  },
  version: () => null,
  guard: ({ actor, isWaiting }, { kinds }) => {
    const may = exportKindsOf(actor.role);
    if (!kinds.every((kind) => may.includes(kind))) return forbidden();
    return isWaiting
      ? conflict([], {
          code: 'exportWaits',
          title: {
            sv: 'En export görs redan. Vänta tills den är klar.',
            en: 'An export is being made. Wait until it is done.',
          },
        })
      : null;
  },
  stepUp: () => null,
  decide: ({ isMissing, earlier }) =>
    isMissing
      ? err(
          validationProblem([
            {
              pointer: '/since',
              code: 'sinceUnknown',
              message: 'Den tidigare exporten finns inte. Välj på nytt.',
            },
          ]),
        )
      : ok({ id: newId(), since: earlier?.until ?? null }),
  async write(tx, { id, since }, { actor }, { now }, { kinds, format }) {
    const { providerId, personId, membershipId } = actor;
    await tx.export.create({
      data: {
        id,
        providerId,
        personId,
        membershipId,
        format,
        kinds: [...kinds],
        since,
        until: new Date(now.getTime() - EXPORT_MARGIN_SECONDS * 1000),
        requestedAt: now,
      },
    });
    await sendInTransaction(tx, 'export.make', { exportId: id }, { id });
    return { exportId: id };
  },
  audit: ({ exportId }, { since }, _, { kinds, format }) => ({
    type: 'export',
    id: exportId,
    participantIds: [],
    detail: { kinds, format, since: since?.toISOString() ?? null },
  }),
});
