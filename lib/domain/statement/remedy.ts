import type { BasePayReason, NotPayableReason } from '#lib/domain/compensation/evaluation.ts';
import { outcomeRemedySv } from '#lib/domain/statement/remedy-outcome-sv.ts';
import { reportRemedySv } from '#lib/domain/statement/remedy-report-sv.ts';
import type { NotPaid, Remedy } from '#lib/domain/statement/remedy-types.ts';

function isOfReport(reason: NotPayableReason): reason is BasePayReason {
  return reason === 'reportMissing' || reason === 'reportNotApproved' || reason === 'reportTooLate';
}

/**
 * What a provider can do about an amount that a statement does not pay, and by when, for every reason of the
 * compensation model (sections 3 and 4). Facts are those of the cut-off; documents may have moved on since.
 */
export function remedySv(entry: NotPaid): Remedy {
  const { reason } = entry;
  return isOfReport(reason) ? reportRemedySv(entry, reason) : outcomeRemedySv(entry, reason);
}
