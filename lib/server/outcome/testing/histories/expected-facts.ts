import { validateInput } from '#lib/domain/compensation/validate.ts';
import type { AgreementVersion, PlacementFacts } from '#lib/domain/compensation/types.ts';
import {
  type History,
  PLACED_FROM,
  type PlannedSpell,
} from '#lib/server/outcome/testing/histories/history.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

/** How the outcome of a history stands on a day, as it was planned – not as it was stored. */
export type PlannedState = {
  readonly status: 'submitted' | 'approved' | 'returned' | 'rejected' | null;
  readonly spells: readonly PlannedSpell[];
  readonly verifiedLastDay: PlainDate | null;
  readonly wantedPercent: number;
};

/** The provider's number. */
export const PROVIDER = '5560360793';
const SERVICE_END = addDays(PLACED_FROM, 180);

/** Where the placement ends: with the work, if the caseworker let it and it can. */
function plannedEnd({ ends, start }: History): PlainDate | null {
  return ends && start > PLACED_FROM && start <= SERVICE_END ? start : null;
}

/**
 * The facts that a history makes, written down from the plan alone, with the wanted extent counted day by day: what the pure
 * module is asked for the amounts that the application should give.
 */
export function expectedInput(
  history: History,
  { status, spells, verifiedLastDay, wantedPercent }: PlannedState,
  agreement: unknown,
  asOf: PlainDate,
): { readonly agreement: AgreementVersion; readonly facts: PlacementFacts } {
  const end = plannedEnd(history);
  const input = validateInput({
    agreement,
    facts: {
      placement: {
        id: 'P',
        level: history.level,
        providerOrgNo: PROVIDER,
        relatedOrgNos: [],
        periods: [{ number: 1, from: PLACED_FROM, to: SERVICE_END }],
        end,
        endReason: end === null ? null : 'outcome',
      },
      reports: [],
      absences: [],
      outcome:
        status === null
          ? null
          : {
              type: history.type,
              status,
              from: history.start,
              signalledOn: history.signalledOn,
              appliedOn: history.appliedOn,
              verifiedThrough: verifiedLastDay === null ? null : addDays(verifiedLastDay, 1),
              spells: [...dayByDay(spells, false, wantedPercent), ...dayByDay(spells, true, wantedPercent)],
            },
      posted: [],
      asOf,
    },
  });
  if (!input.ok) throw new Error(JSON.stringify(input.error));
  return input.value;
}

/** One stretch for each run of days on which the same spells are held: their sum of what was wanted, whole per cent rounded down. */
function dayByDay(spells: readonly PlannedSpell[], own: boolean, wantedPercent: number): readonly object[] {
  const days = [
    ...new Set(
      spells.flatMap(({ from, through }) => [from, ...(through === null ? [] : [addDays(through, 1)])]),
    ),
  ].toSorted();
  return days.flatMap((from, index) => {
    const held = spells.filter(
      (spell) => spell.from <= from && (spell.through === null || from <= spell.through),
    );
    const sum = (which: boolean) =>
      held.filter((spell) => spell.own === which).reduce((all, { extentPercent }) => all + extentPercent, 0);
    const others = Math.floor((sum(false) * 100) / wantedPercent);
    const all = Math.floor(((sum(false) + sum(true)) * 100) / wantedPercent);
    const extentPercent = Math.min(100, own ? all - others : others);
    const to = days[index + 1] ?? null;
    return extentPercent < 1 ? [] : [{ from, to, extentPercent, employerOrgNo: own ? PROVIDER : null }];
  });
}
