import type { OutcomeFact, Spell } from '#lib/domain/compensation/types.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** The extent that somebody wants to work where nobody has said otherwise, in per cent of full time. */
export const FULL_EXTENT = 100;

/** Which employers' spells the agreement may leave out: the provider's own and those related to it, by number. */
type Own = { readonly providerOrgNo: string; readonly relatedOrgNos: readonly string[] };

/**
 * The outcome counted against the participant's wanted extent, before evaluation (service description section 5, signal: part-time that
 * meets it is full-time). Extents in whole per cent, `wantedPercent` 1–100; at 100 the outcome is as it was.
 *
 * Of a day on which the extents add up to t, the scaled ones add up to t × 100 ÷ wanted, rounded **down**: a share that the
 * agreement asks for is reached exactly when t reaches that share of what was wanted, never by rounding. No spell is more than 100. Where
 * spells overlap, they are cut at each other's days and each gets what the sum grows by, those of the provider's own companies last, so that
 * the others keep their exact sum where an agreement leaves those out (compensation model section 4, step 4).
 */
export function scaleOutcome(
  outcome: OutcomeFact | null,
  wantedPercent: number,
  own: Own,
): OutcomeFact | null {
  return outcome === null ? null : { ...outcome, spells: scaleSpells(outcome.spells, wantedPercent, own) };
}

export function scaleSpells(spells: readonly Spell[], wantedPercent: number, own: Own): readonly Spell[] {
  if (wantedPercent === FULL_EXTENT) return spells;
  const isOwn = ({ employerOrgNo: number }: Spell): boolean =>
    number !== null && (number === own.providerOrgNo || own.relatedOrgNos.includes(number));
  const ordered = spells.toSorted((a, b) => Number(isOwn(a)) - Number(isOwn(b)));
  return ordered.flatMap((spell, index) => {
    const before = ordered.slice(0, index);
    return cut(spell, before).map((piece) => {
      const below = sumOn(piece.from, before);
      const share = scaled(below + spell.extentPercent, wantedPercent) - scaled(below, wantedPercent);
      return { ...piece, extentPercent: Math.min(share, FULL_EXTENT) };
    });
  });
}

const scaled = (percent: number, wantedPercent: number): number =>
  Math.floor((percent * FULL_EXTENT) / wantedPercent);

function sumOn(day: PlainDate, spells: readonly Spell[]): number {
  return spells
    .filter(({ from, to }) => from <= day && (to === null || day < to))
    .reduce((sum, { extentPercent }) => sum + extentPercent, 0);
}

/** The spell cut where one of the others begins or ends: within a piece they are the same all days. */
function cut(spell: Spell, others: readonly Spell[]): readonly Spell[] {
  const { from, to } = spell;
  const inside = (day: PlainDate | null): day is PlainDate =>
    day !== null && from < day && (to === null || day < to);
  const days = [...new Set(others.flatMap((other) => [other.from, other.to]).filter(inside))].toSorted();
  const starts = [from, ...days];
  return starts.map((start, index) => ({ ...spell, from: start, to: starts[index + 1] ?? to }));
}
