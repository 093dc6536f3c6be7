import { execute } from '#lib/server/command/execute.ts';
import type { Database } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import { loadPlacements } from '#lib/server/import/placements/load-placements.ts';
import type { PlacementRow } from '#lib/server/import/placements/placement-row.ts';
import { castMember } from '#prisma/seed/demo/cast.ts';
import type { StoryHour } from '#prisma/seed/demo/stage/story-clock.ts';
import { homeIn } from '#prisma/seed/demo/stage/places.ts';
import type { ParticipantStory } from '#prisma/seed/demo/story/participant-story.ts';
import { serviceRows } from '#prisma/seed/demo/story/service-rows.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Decisions and placements come from the authority's case system, each on the day that its decision arrived. */
export async function loadService(
  owner: Database,
  story: readonly ParticipantStory[],
  given: { readonly portalSecret: string; readonly clock: (on: PlainDate, hour: StoryHour) => Date },
): Promise<void> {
  const command = loadPlacements(given.portalSecret);
  const rows = story.map((one, index) => ({ arrived: one.arrived, rows: rowsOf(one, index) }));
  const byDay = [...Map.groupBy(rows, ({ arrived }) => arrived)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [arrived, arriving] of byDay) {
    const loaded = await execute(
      command,
      { rows: arriving.flatMap((one) => one.rows) },
      {
        database: owner,
        actor: { kind: 'authority-load' },
        now: given.clock(arrived, 7),
        idempotencyKey: newId(),
      },
    );
    if (!loaded.ok || loaded.value.faults.length > 0)
      throw new Error(`The story of ${arrived} was refused: ${JSON.stringify(loaded)}`);
  }
}

function rowsOf(story: ParticipantStory, index: number): readonly PlacementRow[] {
  const person = castMember(story.name);
  return serviceRows(story).map((service, nth) => ({
    row: index * 10 + nth + 2,
    person: {
      ...person,
      protected: story.protected,
      municipality: story.place,
      home: homeIn(story.place, index),
    },
    service,
  }));
}
