import type { OfficeOpening } from '#lib/domain/quality/quality-view.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { findOpening } from '#lib/server/quality/find-opening.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';

/** When an office is open, to be changed. Nothing personal. */
export const showOpening = defineQuery<
  { readonly officeId: string },
  { readonly opening: OfficeOpening; readonly terms: Terms }
>({
  name: 'office.showOpening',
  mandates: ['providerAdmin'],
  purpose: 'Presentation av verksamheten',
  run: async (tx, { officeId }, { actor, today }) => {
    const opening = await findOpening(tx, officeId, actor);
    return opening === null ? null : { opening, terms: await termsInForce(tx, today) };
  },
  reads: () => null,
});
