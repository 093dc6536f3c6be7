import type { DrawnErrorKind } from '#lib/domain/sampling/drawn-error.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Days to complete what was returned without a last day of its own. */
const COMPLETION_DAYS = 30;

/** What a drawn report has come to; `error` is null for one that is sound, and for one that is not final. */
export type DrawnOutcome = {
  readonly reportId: string;
  readonly isFinal: boolean;
  readonly error: DrawnErrorKind | null;
  readonly errorOre: number;
};

/**
 * Of each drawn report what its month's last version says: final where it is approved or rejected, withdrawn, or returned and not
 * completed in time. It is in error where it was rejected, approved with fewer minutes, completed or corrected to something else, or
 * stands no more; the amount in error is what it was drawn at minus what stands. `where` narrows the frame `f`.
 */
export function drawnOutcomes(where: Prisma.Sql, today: PlainDate): Prisma.Sql {
  return Prisma.sql`SELECT o.report_id, o.cycle_id, o.provider_id, o.delivery_area_id, o.level, o.amount_ore, o.is_final,
      CASE WHEN o.is_final THEN o.error END AS error,
      CASE WHEN o.is_final AND o.error IS NOT NULL THEN greatest(0, o.amount_ore - o.standing_ore) ELSE 0 END AS error_ore
    FROM (SELECT f.*, s.status IN ('approved', 'rejected', 'withdrawn') OR late.late AS is_final,
        CASE WHEN s.status = 'approved' THEN s.amount_ore ELSE 0 END AS standing_ore,
        CASE WHEN s.status = 'rejected' THEN 'rejected' WHEN s.status = 'withdrawn' THEN 'withdrawn' WHEN late.late THEN 'notCompleted'
          WHEN s.content_hash <> f.content_hash THEN 'changed'
          WHEN EXISTS (SELECT 1 FROM report_row w WHERE w.report_id = s.id AND w.approved_minutes IS NOT NULL) THEN 'fewerMinutes' END AS error
      FROM sample_frame f JOIN report r ON r.id = f.report_id
        CROSS JOIN LATERAL (SELECT s.* FROM report s WHERE s.placement_id = r.placement_id AND s.month = r.month AND s.number >= r.number
          AND s.status <> 'superseded' ORDER BY s.number DESC LIMIT 1) s
        CROSS JOIN LATERAL (SELECT s.status = 'returned' AND coalesce((SELECT coalesce(d.last_day, (d.decided_at AT TIME ZONE 'Europe/Stockholm')::date
          + ${COMPLETION_DAYS}::int) FROM review_decision d WHERE d.report_id = s.id ORDER BY d.decided_at DESC, d.id DESC LIMIT 1) < ${today}::date, false)
          AS late) late
      WHERE f.drawn AND ${where}) o`;
}
