import type { ReportContent } from '#lib/domain/report/report-content.ts';
import { inOrder } from '#lib/domain/report/report-content.ts';
import { hashOf } from '#lib/server/canonical-json.ts';
import type { PlacementMonthKey } from '#lib/server/report/placement-months.ts';

/** SHA-256 in hexadecimal over whose month it is and what the report says, in its one order: equal for equal reports. */
export function contentHash({ placementId, month }: PlacementMonthKey, content: ReportContent): string {
  return hashOf({ placementId, month, content: inOrder(content) }).toString('hex');
}
