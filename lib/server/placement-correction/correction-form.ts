import { defineQuery } from '#lib/server/command/query.ts';

export type CorrectionForm = {
  readonly agreements: readonly { readonly id: string; readonly name: string }[];
};

/** What a correction can be declared with: the published agreement versions. */
export const correctionForm = defineQuery<null, CorrectionForm>({
  name: 'correction.prepare',
  mandates: ['agreementAdmin'],
  purpose: 'Rättelse av placeringar',
  run: async (tx) => ({
    agreements: await tx.agreementVersion.findMany({
      select: { id: true, name: true },
      orderBy: { publishedAt: 'desc' },
    }),
  }),
  reads: () => null,
});
