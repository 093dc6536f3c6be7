import type { DisputeCause, OwnActivity, SentAnswer } from '#lib/domain/activity-answer/activity-answer.ts';
import type { LockedOwnMonth } from '#lib/server/activity-answer/lock-own-month.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { firstDay } from '#lib/shared/month.ts';

type Given = {
  readonly answer: SentAnswer;
  readonly cause: DisputeCause | null;
  readonly words: string;
};

/** Writes the same answer to some of a month's activities, each as the next version of what was said of it. Returns their ids. */
export async function writeAnswers(
  tx: Tx,
  activities: readonly OwnActivity[],
  { answer, cause, words }: Given,
  { placementId, participantId, personId, month }: LockedOwnMonth,
  now: Date,
): Promise<readonly string[]> {
  const records = activities.map(({ entryId, activity, form, minutes, date, answers }) => ({
    id: newId(),
    entry_id: entryId,
    activity,
    form,
    minutes,
    date,
    number: answers + 1,
  }));
  await tx.$executeRaw`INSERT INTO activity_answer (id, placement_id, participant_id, month, entry_id, activity, form, minutes, date, number,
      answer, cause, words, answered_by_person_id, answered_at)
    SELECT x.id, ${placementId}::uuid, ${participantId}::uuid, ${firstDay(month)}::date, x.entry_id, x.activity, x.form, x.minutes, x.date, x.number,
      ${answer}, ${cause}, ${words}, ${personId}::uuid, ${now.toISOString()}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS x (id uuid, entry_id uuid, activity activity_category, form activity_form,
      minutes int, date date, number int)`;
  return records.map(({ id }) => id);
}
