import { previewImpact } from '#lib/server/agreement/preview-impact.ts';
import type { JobContext } from '#lib/server/jobs/handlers.ts';
import type { JobData } from '#lib/server/jobs/queues.ts';

/** Calculates what a draft of an agreement version would change. What was done before a fault is kept; it goes on from there. */
export async function previewAgreementImpact(
  { previewId }: JobData<'agreement.impact'>,
  { database }: JobContext,
): Promise<void> {
  await previewImpact({ database, previewId, now: () => new Date() });
}
