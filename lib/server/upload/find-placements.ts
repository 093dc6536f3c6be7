import { defineQuery } from '#lib/server/command/query.ts';
import { placementsInReach } from '#lib/server/month/within-reach.ts';
import { loadRules } from '#lib/server/report/rules-in-force.ts';
import { monthOf } from '#lib/shared/month.ts';

export type UploadGround = {
  readonly minuteStep: number;
  /** The placements within reach that references lead to. */
  readonly placements: ReadonlyMap<string, string>;
};

/** What the rows of an upload are put together by. It tells nothing but which references are within reach. */
export const uploadGround = defineQuery<readonly string[], UploadGround>({
  name: 'upload.ground',
  mandates: ['coach', 'reporter', 'signatory'],
  purpose: 'Inläsning av en fil med redovisning',
  run: async (tx, references, { actor, today }) => {
    const rules = await loadRules(tx);
    const found = await tx.$queryRaw<{ reference: string; placementId: string }[]>`
      SELECT s.implementation_reference::text AS reference, p.id::text AS "placementId"
      FROM service_period s JOIN placement p ON p.id = s.placement_id
      WHERE s.implementation_reference = ANY (${[...references]}::bpchar[]) AND ${placementsInReach(actor)} AND p.cancelled_at IS NULL`;
    return {
      minuteStep: rules.termsOf(monthOf(today)).minuteStep,
      placements: new Map(found.map(({ reference, placementId }) => [reference, placementId])),
    };
  },
  reads: () => null,
});
