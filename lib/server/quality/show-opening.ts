import type { OfficeOpening } from '#lib/domain/quality/quality-view.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { findOpening } from '#lib/server/quality/find-opening.ts';

/** When an office is open, to be changed. Nothing personal. */
export const showOpening = defineQuery<{ readonly officeId: string }, OfficeOpening>({
  name: 'office.showOpening',
  mandates: ['providerAdmin'],
  purpose: 'Presentation av verksamheten',
  run: (tx, { officeId }, { actor }) => findOpening(tx, officeId, actor),
  reads: () => null,
});
