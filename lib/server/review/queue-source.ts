import { Prisma } from '#lib/server/db/generated/client.ts';
import { REPLIED } from '#lib/server/review/report-decisions.ts';

/**
 * Whatever waits for a reviewer, in one shape, with the rights of whoever asks: a view of what each kind says of itself. A report says
 * itself whose it is, so that thousands of them are found without their placements. One whose rejection is proposed waits for the provider's answer until its last day, and then for a reviewer.
 */
export function casesOf(reviewDays: number): Prisma.Sql {
  return Prisma.sql`
    SELECT 'periodicReport' AS kind, r.id, r.version, r.placement_id, r.participant_id, r.provider_id, r.office_id, r.month, NULL::text AS type, NULL::text AS why,
      coalesce(r.reply_by, r.decide_by) AS due_on, r.amount_ore, r.holds, r.risk, r.route, r.route_reason AS reason, r.taken_by_person_id, r.taken_at, r.reply_by,
      ${REPLIED} AS replied
    FROM report r WHERE r.status IN ('submitted', 'inReview')
    UNION ALL
    SELECT 'correction', c.id, c.version, r.placement_id, r.participant_id, r.provider_id, r.office_id, r.month, NULL, NULL, c.decide_by, c.amount_ore,
      (SELECT count(*)::int FROM jsonb_array_elements(c.findings) f WHERE f ->> 'severity' = 'hold'), c.risk, 'person', 'correction',
      t.person_id, t.taken_at, NULL, false
    FROM report_correction c JOIN report r ON r.id = c.report_id LEFT JOIN review_taking t ON t.kind = 'correction' AND t.subject_id = c.id
    WHERE c.status = 'submitted'
    UNION ALL
    SELECT 'finalReport', d.id, d.version, d.placement_id, p.participant_id, p.provider_id, p.office_id, NULL, NULL, NULL, d.submitted_on + ${reviewDays}::int, NULL, 0, 0, 'person', NULL,
      d.taken_by_person_id, d.taken_at, NULL, false
    FROM document d JOIN placement p ON p.id = d.placement_id WHERE d.status IN ('submitted', 'inReview') AND d.desk = 'review'
    UNION ALL
    SELECT 'outcome', o.id, o.version, o.placement_id, p.participant_id, p.provider_id, p.office_id, NULL, o.type::text, w.why, w.due_on, w.now_ore + w.later_ore,
      (SELECT count(*)::int FROM outcome_finding f WHERE f.outcome_id = o.id AND f.severity = 'hold' AND o.status = 'submitted'), 0, 'person', NULL,
      t.person_id, t.taken_at, NULL, false
    FROM outcome_work w JOIN outcome o ON o.id = w.outcome_id JOIN placement p ON p.id = o.placement_id
      LEFT JOIN review_taking t ON t.kind = 'outcome' AND t.subject_id = o.id
    WHERE w.why IS NOT NULL AND o.status IN ('submitted', 'approved')`;
}
