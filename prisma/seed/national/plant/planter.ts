import type { Batch } from '#prisma/seed/national/batches.ts';
import { SECONDS_A_REPORT } from '#prisma/seed/national/batches.ts';
import { activeOn } from '#prisma/seed/national/coaches.ts';
import type { Days } from '#prisma/seed/national/days.ts';
import type { StayMonth } from '#prisma/seed/national/months.ts';
import type { OfficeStory } from '#prisma/seed/national/office-story.ts';
import { CONTENT_KINDS } from '#prisma/seed/national/plant/contents.ts';
import { COACH_DAY_KINDS, DAY_KINDS } from '#prisma/seed/national/plant/days.ts';
import { GROUP_KINDS } from '#prisma/seed/national/plant/groups.ts';
import type { Ground, Kind } from '#prisma/seed/national/plant/plant.ts';
import type { Planted } from '#prisma/seed/national/plant/planted.ts';
import { type Random, randomOf } from '#prisma/seed/national/random.ts';
import type { Stay } from '#prisma/seed/national/stays.ts';

/** Together with late batches and full coaches about two reports in a hundred. */
const KINDS: readonly Kind[] = [...GROUP_KINDS, ...DAY_KINDS, ...CONTENT_KINDS, ...COACH_DAY_KINDS];

/** Of a thousand reports: those of coaches with too many participants, and those signed unread. */
const OVERLOAD = { permille: 2, size: 56, most: 50 };
const RUSHED = { permille: 2, size: 14, least: 10 };
/** Near misses for each planted fault. */
const NEAR = 0.4;

export type Planter = {
  /** How many participants the first coach of an office gets, before its story is told; null: as others. */
  readonly firstTakes: (stays: readonly Stay[]) => number | null;
  /** What is wrong with what the reports say. Returns what was meant. */
  readonly plant: (story: OfficeStory) => readonly Planted[];
  /** What is wrong with how they were signed. */
  readonly rush: (batches: readonly Batch[]) => readonly Planted[];
};

type Due = { due: number; near: number };

/**
 * Plants so many of each kind as there are reports, as the offices come: what is due is carried on until an office has room. Each
 * kind is planted at least once, wherever in the country that is.
 */
export function makePlanter(seed: number, days: Days, newId: () => string): Planter {
  const random = randomOf(seed, 'planting');
  const review = days.month(1);
  const dues = new Map<object, Due>(
    [...KINDS, OVERLOAD, RUSHED].map((kind) => [kind, { due: kind.size, near: 1 }]),
  );
  const dueOf = (kind: object): Due => dues.get(kind) ?? { due: 0, near: 0 };
  return {
    firstTakes: (stays) => {
      const active = Math.min(activeOn(stays, review.from), activeOn(stays, review.to - 1));
      const own = dueOf(OVERLOAD);
      own.due += (active * OVERLOAD.permille) / 1000;
      if (own.due < OVERLOAD.size || active < OVERLOAD.most + 4) return null;
      own.due -= Math.min(active, 58);
      return Math.min(active, random.int(OVERLOAD.most + 3, OVERLOAD.most + 14));
    },
    plant: (story) => plantAll(story, { random, days, newId, dueOf }),
    rush: (batches) => {
      const own = dueOf(RUSHED);
      return batches.flatMap((batch) => {
        const count = batch.months.length;
        if (batch.months[0]?.month.ago !== 1 || batch.standing) return [];
        own.due += (count * RUSHED.permille) / 1000;
        if (count === RUSHED.least - 1 && own.near > 0) {
          own.near -= 1;
          batch.read = 5;
          return tellAll(batch, 'one report too few to ask', 'nearMiss');
        }
        if (count < RUSHED.least || own.due < RUSHED.size) return [];
        own.due -= count;
        own.near += NEAR;
        const isJust = random.chance(0.3);
        batch.read = isJust ? count * SECONDS_A_REPORT - 1 : random.int(2, count);
        return tellAll(batch, isJust ? 'by a second' : 'at once', 'fault');
      });
    },
  };
}

function tellAll(batch: Batch, way: string, kind: Planted['kind']): readonly Planted[] {
  return batch.months.map(({ id }) => ({ code: 'RUSHED_BATCH', subject: 'report', id, way, kind }));
}

type Planting = {
  readonly random: Random;
  readonly days: Days;
  readonly newId: () => string;
  readonly dueOf: (kind: object) => Due;
};

function plantAll(story: OfficeStory, { random, days, newId, dueOf }: Planting): readonly Planted[] {
  const byStay = new Map(story.months.map((month) => [`${month.stay.id} ${month.month.ago}`, month]));
  const before = (month: StayMonth): StayMonth | null =>
    byStay.get(`${month.stay.id} ${month.month.ago + 1}`) ?? null;
  const sent = story.months.filter(
    ({ month, sentOn, stay }) => month.ago === 1 && sentOn !== null && !stay.participant.protected,
  );
  const used = new Set<StayMonth>();
  const ground = (): Ground => {
    const free = random.shuffled(sent.filter((month) => !used.has(month)));
    return { story, free, before, random, days, newId };
  };
  const planted: Planted[] = [];
  for (const kind of KINDS) {
    const own = dueOf(kind);
    own.due += (sent.length * kind.permille) / 1000;
    while (own.due >= kind.size) {
      const done = kind.fault(ground());
      if (done === null) break;
      own.due -= done.used.length;
      own.near += NEAR * (done.used.length / kind.size);
      for (const month of done.used) used.add(month);
      planted.push(...done.planted);
      // Not all of one kind in one office, where the first of them come.
      if (kind.size === 1 && random.chance(0.5)) break;
    }
    if (own.near < 1 || kind.nearMiss === undefined) continue;
    const done = kind.nearMiss(ground());
    if (done === null) continue;
    own.near -= 1;
    for (const month of done.used) used.add(month);
    planted.push(...done.planted);
  }
  return planted;
}
