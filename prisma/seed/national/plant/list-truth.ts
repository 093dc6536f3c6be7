import type { Batch } from '#prisma/seed/national/batches.ts';
import type { StayMonth } from '#prisma/seed/national/months.ts';
import type { OfficeStory } from '#prisma/seed/national/office-story.ts';
import { coachDays } from '#prisma/seed/national/plant/days.ts';
import type { FaultCode, Planted } from '#prisma/seed/national/plant/planted.ts';
import { type Truth, truthOf } from '#prisma/seed/national/plant/truth.ts';

/** What no rule of the contract tells from a single month: it is a fault because it was planted. */
const KNOWN_BY_PLANTING: ReadonlySet<FaultCode> = new Set(['COPIED_HOURS', 'UNLIKELY_LEVEL']);

/** What others at the office bring with them: a coach's participants, a coach's day, a batch. */
const SHARED: ReadonlySet<FaultCode> = new Set(['COACH_OVERLOAD', 'RUSHED_BATCH', 'IMPOSSIBLE_TIME']);

/**
 * The list of an office's month under review: every fault that is there, those that were planted and those that follow from them, near
 * misses, and what counts neither way. Throws where what was meant and what there is differ: then the generator has a fault.
 */
export function listTruth(
  story: OfficeStory,
  batches: readonly Batch[],
  planted: readonly Planted[],
): readonly Planted[] {
  const batchOf = new Map(batches.flatMap((batch) => batch.months.map((month) => [month, batch] as const)));
  const meant = new Map<string, Planted[]>();
  for (const one of planted) meant.set(one.id, [...(meant.get(one.id) ?? []), one]);
  const sums = coachDays(story);
  const byStay = new Map(story.months.map((month) => [`${month.stay.id} ${month.month.ago}`, month]));
  return story.months.flatMap((month) => {
    if (month.month.ago !== 1 || month.sentOn === null) return [];
    const before = byStay.get(`${month.stay.id} ${month.month.ago + 1}`) ?? null;
    const truth = truthOf(month, { story, batch: batchOf.get(month) ?? null, coachDays: sums, before });
    return told(month, truth, meant.get(month.id) ?? []);
  });
}

function told(month: StayMonth, { faults, open }: Truth, meant: readonly Planted[]): readonly Planted[] {
  // What was planted for one participant can put another's on the other side of the line: what there is, is told.
  const list = meant.filter(({ code, kind }) => !SHARED.has(code) || (kind === 'fault') === faults.has(code));
  for (const { code, kind, way } of list) {
    if (KNOWN_BY_PLANTING.has(code)) continue;
    if ((kind === 'fault') !== faults.has(code)) {
      throw new Error(`${code} (${way}) was meant as ${kind} in report ${month.id}, and is not`);
    }
  }
  for (const code of faults) {
    if (list.some((one) => one.code === code)) continue;
    if (!SHARED.has(code) && meant.length === 0)
      throw new Error(`${code} is in report ${month.id}, where nothing was planted`);
    list.push({ code, subject: 'report', id: month.id, way: 'follows', kind: 'fault' });
  }
  for (const code of open)
    list.push({ code, subject: 'report', id: month.id, way: 'took part in nothing', kind: 'open' });
  return list;
}
