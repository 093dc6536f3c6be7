import { addToLog, type PlacedEntry } from '#lib/domain/activity/add-to-log.ts';
import { closedMonthFaults } from '#lib/domain/activity/log-entry.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import { type ChangeEntryInput, changeEntryInput } from '#lib/schemas/activity-entry.ts';
import { lockEntry, type LockedEntry } from '#lib/server/activity-entry/lock-entry.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import { validationProblem } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

type State = LockedEntry & { readonly terms: Terms };

/** Changes an entry of the log, in a month that is not sent. */
export const changeEntry = defineCommand({
  name: 'activityEntry.change',
  mandates: ['coach'],
  input: changeEntryInput,
  async lock(tx, { entryId, date }: ChangeEntryInput, { actor, today }): Promise<State | null> {
    const entry = await lockEntry(tx, entryId, actor, date);
    return entry === null ? null : { ...entry, terms: await termsInForce(tx, today) };
  },
  version: ({ version }, input) => ({ seen: input.version, current: version }),
  guard: () => null,
  stepUp: () => null,
  decide({ date, placement, terms }, input, { today }) {
    // The month that it leaves is as closed as the one that it comes to.
    const left = closedMonthFaults(date, placement);
    const { added, faults } = addToLog(placement, [{ index: 0, entry: input }], { ...terms, today });
    const [entry] = added;
    const problems = [...left, ...faults].map(({ field, code, message, fix }) => ({
      pointer: `/${field}`,
      code,
      message,
      fix,
    }));
    return problems.length > 0 || entry === undefined ? err(validationProblem(problems)) : ok(entry);
  },
  async write(tx, entry: PlacedEntry, { id, version }) {
    const { date, activity, form, minutes, language, note } = entry;
    await tx.$executeRaw`UPDATE activity_entry SET date = ${date}::date, activity = ${activity}::activity_category,
      form = ${form}::activity_form, minutes = ${minutes}, language = ${language}, note = ${note}, version = version + 1
      WHERE id = ${id}::uuid`;
    return { entryId: id, date, version: version + 1 };
  },
  audit: ({ entryId, version }, _, { placement, date }) => ({
    type: 'activityEntry',
    id: entryId,
    participantIds: [placement.participantId],
    detail: { date, version },
  }),
});
