import type { ListedCorrection } from '#lib/domain/placement-correction/correction.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { listCorrections } from '#lib/server/placement-correction/find-correction.ts';

/** Every correction there has been, the latest first. They are few. */
export const correctionList = defineQuery<null, readonly ListedCorrection[]>({
  name: 'correction.list',
  mandates: ['agreementAdmin', 'auditor'],
  purpose: 'Rättelse av placeringar',
  run: async (tx) => await listCorrections(tx, Prisma.sql`true`),
  reads: () => null,
});
