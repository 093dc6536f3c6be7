import * as fc from 'fast-check';
import type { ActivityCode } from '#lib/domain/activity/activity.ts';
import type { ActivityForm } from '#lib/domain/activity/activity-form.ts';
import { activityVector } from '#lib/domain/report/activity-vector.ts';
import type { ReportRow } from '#lib/domain/report/report-content.ts';
import type { Database } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import type { ManyPlacement } from '#lib/server/testing/builders/many-placements.ts';
import { firstDay, type Month, nextMonth } from '#lib/shared/month.ts';
import { addDays } from '#lib/shared/plain-date.ts';

/** A participant's month as it is played: what is reported, what the log holds, and what the participant disputes. */
export type PlayedMonth = {
  readonly rows: readonly ReportRow[];
  readonly log: readonly {
    readonly day: number;
    readonly activity: ActivityCode;
    readonly form: ActivityForm;
    readonly minutes: number;
    readonly disputed: boolean;
  }[];
};

export type StoredMonth = {
  readonly placementId: string;
  readonly reportId: string;
  readonly content: { readonly rows: readonly ReportRow[] };
};

const COPIED: readonly ReportRow[] = [
  { activity: 'individualMeeting', form: 'onSite', minutes: 105 },
  { activity: 'practicalSupport', form: 'onSite', minutes: 195 },
  { activity: 'employerContacts', form: 'video', minutes: 75 },
  { activity: 'careerGuidance', form: 'phone', minutes: 45 },
];
const AT_A_DISTANCE: readonly ReportRow[] = [
  { activity: 'individualMeeting', form: 'video', minutes: 120 },
  { activity: 'mapping', form: 'phone', minutes: 240 },
];

const quarters = (most: number) => fc.integer({ min: 1, max: most }).map((n) => n * 15);
const form = fc.constantFrom<ActivityForm>('onSite', 'video', 'phone');
const someRows = fc
  .uniqueArray(
    fc.record({
      activity: fc.constantFrom<ActivityCode>(
        'individualMeeting',
        'practicalSupport',
        'mapping',
        'otherActor',
        'health',
      ),
      form,
      minutes: quarters(24),
    }),
    { selector: ({ activity, form: of }) => `${activity} ${of}`, minLength: 1, maxLength: 5 },
  )
  .map((rows): readonly ReportRow[] => rows);
/** An ordinary month, and now and then one that is far too long, or at a distance. */
const rows = fc.oneof(
  { weight: 6, arbitrary: someRows },
  { weight: 2, arbitrary: fc.constant(AT_A_DISTANCE) },
  {
    weight: 1,
    arbitrary: quarters(400).map((minutes): readonly ReportRow[] => [
      { activity: 'individualMeeting', form: 'onSite', minutes: 9000 + minutes },
    ]),
  },
);
const entry = fc.record({
  day: fc.integer({ min: 0, max: 27 }),
  activity: fc.constantFrom<ActivityCode>('individualMeeting', 'mapping', 'health', 'ownWork'),
  form,
  minutes: quarters(30),
  disputed: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});

const log = fc.oneof(fc.constant([]), fc.array(entry, { maxLength: 6 }));

export const playedMonth: fc.Arbitrary<PlayedMonth> = fc.record({ rows, log });

/** The same with one month in six copied from one that nobody had before. */
export const copyingMonth: fc.Arbitrary<PlayedMonth> = fc.record({
  rows: fc.oneof({ weight: 5, arbitrary: rows }, { weight: 1, arbitrary: fc.constant(COPIED) }),
  log,
});

/** Writes played months as they would stand, one for each placement; the log is of each placement's own coach. */
export async function storeMonth(
  owner: Database,
  placements: readonly ManyPlacement[],
  month: Month,
  played: readonly PlayedMonth[],
  status: 'approved' | 'returned',
): Promise<readonly StoredMonth[]> {
  const stored = placements.flatMap((placement, n) => {
    const one = played[n];
    return one === undefined ? [] : [{ placement, reportId: newId(), ...one }];
  });
  const records = stored.map(({ placement, reportId, rows: of }) => ({
    id: reportId,
    placement_id: placement.id,
    vector: activityVector({ rows: of }),
  }));
  await owner.$executeRaw`INSERT INTO report (id, placement_id, participant_id, provider_id, office_id, month, status, submitted_on,
      submitted_at, source, content_hash, activity_vector, decide_by, amount_ore)
    SELECT x.id, p.id, p.participant_id, p.provider_id, p.office_id, ${firstDay(month)}::date, ${status}::report_status,
      ${addDays(firstDay(nextMonth(month)), 2)}::date, now(), 'form', x.id::text, x.vector, ${addDays(firstDay(nextMonth(month)), 16)}::date, 0
    FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS x (id uuid, placement_id uuid, vector text) JOIN placement p ON p.id = x.placement_id`;
  const reported = stored.flatMap(({ reportId, rows: of }) =>
    of.map((row) => ({ report_id: reportId, ...row })),
  );
  await owner.$executeRaw`INSERT INTO report_row (report_id, activity, form, minutes)
    SELECT report_id, activity, form, minutes FROM jsonb_to_recordset(${JSON.stringify(reported)}::jsonb)
      AS x (report_id uuid, activity activity_category, form activity_form, minutes int)`;
  const entries = stored.flatMap(({ placement, log: of }) =>
    of.map(({ day, ...rest }) => ({
      id: newId(),
      answer_id: newId(),
      placement_id: placement.id,
      date: addDays(firstDay(month), day),
      ...rest,
    })),
  );
  await owner.$executeRaw`WITH given AS MATERIALIZED (
      SELECT x.*, p.participant_id, p.coach_person_id, q.person_id FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) AS x (id uuid, answer_id uuid,
        placement_id uuid, date date, activity activity_category, form activity_form, minutes int, disputed boolean)
      JOIN placement p ON p.id = x.placement_id JOIN participant q ON q.id = p.participant_id)
    INSERT INTO activity_entry (id, placement_id, date, activity, form, minutes, coach_person_id, created_by_person_id, created_at)
    SELECT id, placement_id, date, activity, form, minutes, coach_person_id, person_id, clock_timestamp() FROM given`;
  await owner.$executeRaw`INSERT INTO activity_answer (id, placement_id, participant_id, month, entry_id, activity, form, minutes, date, answer, cause,
      answered_by_person_id, answered_at)
    SELECT x.answer_id, e.placement_id, p.participant_id, ${firstDay(month)}::date, e.id, e.activity, e.form, e.minutes, e.date, 'disputed', 'absent',
      q.person_id, now()
    FROM jsonb_to_recordset(${JSON.stringify(entries.filter(({ disputed }) => disputed))}::jsonb) AS x (id uuid, answer_id uuid)
      JOIN activity_entry e ON e.id = x.id JOIN placement p ON p.id = e.placement_id JOIN participant q ON q.id = p.participant_id`;
  return stored.map(({ placement, reportId, rows: of }) => ({
    placementId: placement.id,
    reportId,
    content: { rows: of },
  }));
}
