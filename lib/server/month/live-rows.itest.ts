import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { GRID_FIELDS } from '#lib/domain/month-grid/grid-field.ts';
import { judgeRow } from '#lib/domain/month-grid/live-row.ts';
import type { MonthGrid, SavedRow } from '#lib/domain/month-grid/month-grid.ts';
import { readTyped } from '#lib/domain/month-grid/typed-month.ts';
import { monthGridInput } from '#lib/schemas/report.ts';
import { monthGrid } from '#lib/server/month/month-grid.ts';
import { saveDrafts } from '#lib/server/month/save-drafts.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildPlan } from '#lib/server/testing/builders/plan.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { month as monthOf } from '#lib/shared/month.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const month = monthOf('2026-03');
let world: World;
let coach: ProviderActor;

beforeAll(async () => {
  world = await buildWorld();
  coach = await world.staff('coach', world.office, [world.office]);
  const placement = await buildPlacement(world.owner, { office: world.office });
  await buildPlan(world.owner, { placement, activities: ['individualMeeting', 'ownWork', 'mapping'] });
});
afterAll(() => world.close());

async function grid(now: Date): Promise<MonthGrid> {
  const result = await world.read(monthGrid, monthGridInput.parse({ month }), { actor: coach, now });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

test('a row stands in the browser, while it is typed, as the server says when it is kept', async () => {
  const text = fc.oneof(
    fc.integer({ min: 1, max: 60 }).map((quarters) => String(15 * quarters)),
    fc.constantFrom('', '0:30', '1,5', '2', 'x', 'ja', 'ar', 'sick'),
  );
  const typed = fc.dictionary(fc.constantFrom(...GRID_FIELDS), text, { maxKeys: 6 });
  const days = fc.constantFrom('2026-03-20', '2026-04-02', '2026-04-20');
  await fc.assert(
    fc.asyncProperty(typed, days, async (given, day) => {
      const at = new Date(`${day}T08:00:00Z`);
      const { rows: shown, terms } = await grid(at);
      const [before] = shown;
      if (before === undefined) throw new Error('The row is missing');
      const { placementId } = before.row;
      const live = judgeRow(before, given, { terms, today: plainDate(day), locale: 'sv' });
      const input = {
        month,
        partly: true,
        rows: [{ placementId, version: 0, seen: before.seen, typed: given }],
      };
      const result = await world.run(saveDrafts, input, { actor: coach, now: at });
      const [kept] = result.ok ? result.value.rows : [];
      const { problems, ...standing } = live;
      expect(kept).toMatchObject({ kind: 'saved', row: { row: standing } });
      expect(Object.keys(problems).toSorted()).toEqual(unreadOf(kept).toSorted());
    }),
    { numRuns: 60 },
  );
}, 60_000);

function unreadOf(kept: SavedRow | undefined): readonly string[] {
  if (kept?.kind !== 'saved') return ['not saved'];
  return Object.keys(readTyped(kept.row.typed, { minuteStep: 15, locale: 'sv' }).problems);
}
