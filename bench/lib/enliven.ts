import type { Client } from 'pg';
import { firstDay, type Month, month, monthOf, previousMonth } from '#lib/shared/month.ts';
import { daysBetween, type PlainDate } from '#lib/shared/plain-date.ts';

/** The pilot's one month of reports. */
const PILOT_MONTH = month('2022-03');

/** Every date that the pilot's people, contracts and reports hold. */
const DATES: readonly (readonly [table: string, columns: readonly string[]])[] = [
  ['contract', ['from', 'to']],
  ['decision', ['arrived_on', 'choose_by']],
  ['service_period', ['from', 'to']],
  ['placement', ['from', 'to', 'end']],
  ['provider_switch', ['decided_at', 'effective_on']],
  ['plan', ['from', 'created_at']],
  ['report', ['submitted_on', 'submitted_at', 'decide_by']],
];
/** Who has not chosen got the decision today, and begins in a fortnight. */
const UNCHOSEN = `
  WITH waiting AS (UPDATE service_period SET "from" = $1::date + 14, "to" = $1::date + 14 + ("to" - "from")
    WHERE placement_id IS NULL RETURNING decision_id)
  UPDATE decision SET arrived_on = $1::date, choose_by = $1::date + 7 WHERE id IN (SELECT decision_id FROM waiting)`;
const FROZEN = ['plan', 'report', 'report_row', 'check_finding', 'review_decision'];

/**
 * The pilot as a portal at work on `today`: all of it moved so that its month is the one before; who has not chosen got the decision
 * today; a third of the reports wait for a reviewer; half of the largest provider's are not sent yet, and their minutes stand in its log. Which ones follows
 * from the seed. Only for a database that is the harness's own: what is append-only is moved behind its triggers' back.
 */
export async function enliven(owner: Client, seed: number, today: PlainDate): Promise<Month> {
  const target = previousMonth(monthOf(today));
  const days = daysBetween(firstDay(PILOT_MONTH), firstDay(target));
  await owner.query('BEGIN');
  await owner.query('SELECT setseed($1)', [((seed % 1000) + 1) / 1001]);
  for (const table of FROZEN) await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  for (const [table, columns] of DATES) {
    const moved = columns.map((column) => `"${column}" = "${column}" + ${days} * interval '1 day'`);
    await owner.query(`UPDATE ${table} SET ${moved.join(', ')}`);
  }
  await owner.query(UNCHOSEN, [today]);
  await owner.query('UPDATE report SET month = $1', [firstDay(target)]);
  await owner.query(`UPDATE report SET status = 'submitted' WHERE random() < 1.0 / 3`);
  await unsend(owner);
  for (const table of FROZEN) await owner.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  await owner.query('COMMIT');
  await owner.query('VACUUM ANALYZE');
  return target;
}

/** Reports of the provider that people can log in at become entries of its log: at most two hours a day. */
async function unsend(owner: Client): Promise<void> {
  await owner.query(`
    CREATE TEMP TABLE unsent ON COMMIT DROP AS SELECT r.id, r.placement_id, r.month, m.person_id FROM report r
      JOIN (SELECT DISTINCT ON (provider_id) provider_id, person_id FROM membership WHERE role = 'signatory') m ON m.provider_id = r.provider_id
      WHERE random() < 0.5;
    INSERT INTO activity_entry (id, placement_id, date, activity, form, minutes, created_by_person_id)
      SELECT gen_random_uuid(), u.placement_id, u.month + (3 * n)::int % 28, w.activity, w.form, least(120, w.minutes - 120 * n), u.person_id
      FROM unsent u JOIN report_row w ON w.report_id = u.id, generate_series(0, (w.minutes - 1) / 120) n;
    DELETE FROM check_finding WHERE report_id IN (SELECT id FROM unsent);
    DELETE FROM review_decision WHERE report_id IN (SELECT id FROM unsent);
    DELETE FROM report_row WHERE report_id IN (SELECT id FROM unsent);
    DELETE FROM report WHERE id IN (SELECT id FROM unsent);`);
}
