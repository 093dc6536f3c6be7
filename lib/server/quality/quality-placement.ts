import type { JudgedPlacement, QualityBasis } from '#lib/domain/quality/quality-view.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { placementsInReach } from '#lib/server/month/within-reach.ts';
import { judgeScope } from '#lib/server/quality/judge-scope.ts';

/** One participant against every requirement, today. */
export const qualityPlacement = defineQuery<
  { readonly placementId: string },
  QualityBasis & { readonly placement: JudgedPlacement }
>({
  name: 'quality.placement',
  mandates: ['coach', 'intake', 'reporter', 'signatory', 'providerAdmin'],
  purpose: 'Uppföljning av egen kvalitet',
  run: async (tx, { placementId }, context) => {
    const scope = Prisma.sql`p.id = ${placementId}::uuid AND ${placementsInReach(context.actor)}`;
    const { basis, placements } = await judgeScope(tx, scope, context);
    const [placement] = placements;
    return placement === undefined ? null : { ...basis, placement };
  },
  reads: ({ placement: { placementId, participantId } }) => ({
    type: 'placement',
    id: placementId,
    participantIds: [participantId],
  }),
});
