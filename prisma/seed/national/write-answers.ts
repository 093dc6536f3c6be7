import type { Bulk } from '#prisma/seed/national/bulk.ts';
import { dateOf, instantOf } from '#prisma/seed/national/days.ts';
import { rowsOf, type StayMonth } from '#prisma/seed/national/months.ts';
import { firstDay } from '#lib/shared/month.ts';

/**
 * What the participant said of an activity: of an entry of the log, or where there is none, of a row of the report. One version after
 * the other, of which the last counts.
 */
export function addAnswers(
  bulk: Bulk,
  month: StayMonth,
  { entryIds, newId }: { readonly entryIds: readonly string[]; readonly newId: () => string },
): void {
  const { answer, stay, entries } = month;
  if (answer === null) return;
  const entry = entries[answer.at];
  if (entry === undefined) throw new Error('An answer is of an entry that is there');
  const row = rowsOf(entries).find(
    ({ activity, form }) => activity === entry.activity && form === entry.form,
  );
  const on = Math.min((month.sentOn ?? month.month.to) - 1, month.month.to - 1);
  for (const [at, says] of answer.says.entries()) {
    bulk.add('activity_answer', {
      id: newId(),
      placement_id: stay.id,
      participant_id: stay.participant.id,
      month: firstDay(month.month.month),
      entry_id: month.dated ? entryIds[answer.at] : null,
      activity: entry.activity,
      form: entry.form,
      minutes: month.dated ? entry.minutes : row?.minutes,
      date: month.dated ? dateOf(entry.day) : null,
      number: at + 1,
      answer: says,
      cause: says === 'disputed' ? 'absent' : null,
      words: '',
      answered_by_person_id: stay.participant.personId,
      answered_at: instantOf(on, 18, at * 600),
    });
  }
}
