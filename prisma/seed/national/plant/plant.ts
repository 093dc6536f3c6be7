import type { Days } from '#prisma/seed/national/days.ts';
import type { StayMonth } from '#prisma/seed/national/months.ts';
import type { OfficeStory } from '#prisma/seed/national/office-story.ts';
import type { FaultCode, Planted } from '#prisma/seed/national/plant/planted.ts';
import type { Random } from '#prisma/seed/national/random.ts';

/** What a kind of fault is planted with: an office of which some months are still as they were. */
export type Ground = {
  readonly story: OfficeStory;
  /** Months under review that came in, and that nothing has been planted in, in a mixed order. */
  readonly free: readonly StayMonth[];
  /** The month before one of them. */
  readonly before: (month: StayMonth) => StayMonth | null;
  readonly random: Random;
  readonly days: Days;
  readonly newId: () => string;
};

/** One planting: the months that it used, and what it means for each. Null where the office has no place for it. */
export type Planting = {
  readonly used: readonly StayMonth[];
  readonly planted: readonly Planted[];
} | null;

export type Kind = {
  readonly code: FaultCode;
  /** Faults of the kind among a thousand reports. */
  readonly permille: number;
  /** About how many reports one planting makes faulty. */
  readonly size: number;
  readonly fault: (ground: Ground) => Planting;
  /** The same beside the line, where there is such a thing. */
  readonly nearMiss?: (ground: Ground) => Planting;
};

/** One report, one fault. */
export function single(
  code: FaultCode,
  month: StayMonth,
  way: string,
  kind: Planted['kind'] = 'fault',
): NonNullable<Planting> {
  return { used: [month], planted: [{ code, subject: 'report', id: month.id, way, kind }] };
}

/** Whether the month is whole, and somebody took part in it. */
export function isWhole({ service, nothing }: StayMonth): boolean {
  return nothing === null && service.to - service.from >= 28;
}
