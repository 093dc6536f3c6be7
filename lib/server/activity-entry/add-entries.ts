import { addToLog, type PlacedEntry } from '#lib/domain/activity/add-to-log.ts';
import { type AddEntriesInput, addEntriesInput } from '#lib/schemas/activity-entry.ts';
import { insertEntries } from '#lib/server/activity-entry/insert-entries.ts';
import { lockLog, type LogGround } from '#lib/server/activity-entry/log-ground.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import { pointerOf } from '#lib/shared/json-pointer.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import { type FieldProblem, validationProblem } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

type State = LogGround & { readonly terms: Terms };

/** Logs one or several activities for one or several participants: all of them or, where anything is wrong, none. */
export const addEntries = defineCommand({
  name: 'activityEntry.add',
  mandates: ['coach'],
  input: addEntriesInput,
  async lock(tx, { placementIds, entries }: AddEntriesInput, { actor, today }): Promise<State | null> {
    const dates = entries.map(({ date }) => date).toSorted();
    const days = { from: dates[0] ?? today, through: dates.at(-1) ?? today };
    const ground = await lockLog(tx, placementIds, actor, days);
    return ground === null ? null : { ...ground, terms: await termsInForce(tx, today) };
  },
  // Nothing existing is changed.
  version: () => null,
  // Coaches stand in for each other: whoever sees the placement may log for it.
  guard: () => null,
  stepUp: () => null,
  decide({ placements, terms }, { entries }, { today }) {
    const wanted = entries.map((entry, index) => ({ entry, index }));
    const results = placements.map((placement) => addToLog(placement, wanted, { ...terms, today }));
    const found = results.flatMap(({ faults }) =>
      faults.map(
        ({ index, field, ...fault }): FieldProblem => ({
          pointer: pointerOf(['entries', index, field]),
          ...fault,
        }),
      ),
    );
    // What is wrong for several participants alike is said once.
    const problems = [
      ...new Map(found.map((problem) => [problem.pointer + problem.message, problem])).values(),
    ];
    return problems.length > 0 ? err(validationProblem(problems)) : ok(results.flatMap(({ added }) => added));
  },
  async write(tx, added: readonly PlacedEntry[], _, { actor, now }, { entries }) {
    const entryIds = await insertEntries(tx, added, { personId: monthActor(actor).personId, now });
    const date: PlainDate | null = entries[0]?.date ?? null;
    return { entryIds, date };
  },
  audit: ({ entryIds }, added, { placements }) => ({
    type: 'activityEntry',
    id: null,
    participantIds: placements.map(({ participantId }) => participantId),
    detail: { entryIds, dates: [...new Set(added.map(({ date }) => date))] },
  }),
});
