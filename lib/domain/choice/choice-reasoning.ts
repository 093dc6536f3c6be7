import type { ComparedOffice } from '#lib/domain/choice/assign-nearest.ts';
import type { Coordinates } from '#lib/domain/choice/distance.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** One that was compared, with its name and place as they were then. */
export type NamedCompared = ComparedOffice & { readonly provider: string; readonly place: string };

/** Why somebody who did not choose got whom they got, as it was counted that night. */
export type ChoiceReasoning = {
  readonly arrivedOn: PlainDate;
  readonly reference: string;
  /** The day on which room was asked for. */
  readonly startOn: PlainDate;
  readonly home: Coordinates | null;
  readonly seed: string;
  readonly officeId: string;
  readonly compared: readonly NamedCompared[];
};

/** Whether there was room with one that was compared. */
export function hadRoom({
  capacity,
  placesTaken,
}: Pick<ComparedOffice, 'capacity' | 'placesTaken'>): boolean {
  return placesTaken < capacity;
}

/** What came of one that was compared. `lotOther`: where the home is not known nobody is near or far, and the lot decided. */
export type ComparedOutcome = 'got' | 'full' | 'notDrawn' | 'lotOther' | 'farther';

/** What came of one, for whom got another. */
export function outcomeOf(one: NamedCompared, got: NamedCompared | null): ComparedOutcome {
  if (one.officeId === got?.officeId) return 'got';
  if (!hadRoom(one)) return 'full';
  if (one.metres === null) return 'lotOther';
  return one.metres === got?.metres ? 'notDrawn' : 'farther';
}

function isNearer(one: NamedCompared, got: NamedCompared | null): boolean {
  return one.metres !== null && got !== null && got.metres !== null && one.metres < got.metres;
}

/** What a participant is shown of it: whom they got, who was nearer but full, and others to compare with – the nearest three. */
export function shownCompared({ officeId, compared }: ChoiceReasoning): {
  readonly got: NamedCompared | null;
  readonly nearerFull: readonly NamedCompared[];
  readonly nearest: readonly NamedCompared[];
  /** How many were as near as the one they got and had room: then chance decided. */
  readonly equallyNear: number;
} {
  const got = compared.find((one) => one.officeId === officeId) ?? null;
  return {
    got,
    nearerFull: compared.filter((one) => isNearer(one, got) && !hadRoom(one)),
    nearest: compared.slice(0, 3),
    equallyNear: compared.filter((one) => got !== null && one.metres === got.metres && hadRoom(one)).length,
  };
}
