import { STARTING_DAYS, type Workload } from '#lib/domain/intake/workload.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { addDays, type PlainDate, toUtcDate } from '#lib/shared/plain-date.ts';

/** Days back in which support in a language counts as knowing it. */
const LANGUAGE_DAYS = 365;

type Row = Omit<Workload, 'offices' | 'languages' | 'absence'> & {
  readonly allOffices: boolean;
  readonly officeIds: readonly string[] | null;
  readonly languages: readonly string[];
  readonly absentFrom: PlainDate | null;
  readonly absentTo: PlainDate | null;
  readonly coveringName: string | null;
};

/** The coaches of a provider in order of name, those who have left only while they have participants left. */
export async function loadWorkloads(
  tx: Tx,
  providerId: string,
  today: PlainDate,
): Promise<readonly Workload[]> {
  const since = toUtcDate(addDays(today, -LANGUAGE_DAYS));
  const rows = await tx.$queryRaw<Row[]>`
    SELECT w.coach_person_id::text AS "personId", n.given_name || ' ' || n.family_name AS name, w.participants, w.starting, w.languages,
      coalesce(m.is_coach, false) AS "isCoach", coalesce(m.all_offices, false) AS "allOffices", m.office_ids AS "officeIds",
      k."from"::text AS "absentFrom", k."to"::text AS "absentTo", k.name AS "coveringName"
    FROM app.coach_workloads(${providerId}::uuid, ${today}::date, ${addDays(today, STARTING_DAYS)}::date, ${since}) w
      JOIN person n ON n.id = w.coach_person_id
      LEFT JOIN LATERAL (
        SELECT true AS is_coach, bool_or(m.all_offices) AS all_offices, array_agg(o.office_id::text) FILTER (WHERE o.office_id IS NOT NULL) AS office_ids
        FROM membership m LEFT JOIN membership_office o ON o.membership_id = m.id
        WHERE m.person_id = w.coach_person_id AND m.provider_id = ${providerId}::uuid AND m.role = 'coach'
          AND m.valid_from <= ${today}::date AND (m.valid_to IS NULL OR m.valid_to > ${today}::date) HAVING count(*) > 0) m ON true
      LEFT JOIN LATERAL (
        SELECT c."from", c."to", x.given_name || ' ' || x.family_name AS name FROM coach_cover c JOIN person x ON x.id = c.covering_person_id
        WHERE c.coach_person_id = w.coach_person_id AND c.provider_id = ${providerId}::uuid AND c.cancelled_at IS NULL AND c."to" > ${today}::date
        ORDER BY c."from" LIMIT 1) k ON true
    WHERE m.is_coach OR w.participants + w.starting > 0
    ORDER BY n.family_name COLLATE "sv-x-icu", n.given_name COLLATE "sv-x-icu", n.id`;
  return rows.map(({ allOffices, officeIds, absentFrom, absentTo, coveringName, ...row }) => ({
    ...row,
    offices: allOffices ? 'all' : (officeIds ?? []),
    absence:
      absentFrom === null || absentTo === null
        ? null
        : { from: absentFrom, to: absentTo, coveringName: coveringName ?? '' },
  }));
}
