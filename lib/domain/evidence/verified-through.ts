import { type Claim, type Days, employerKey, type Piece } from '#lib/domain/evidence/evidence.ts';
import type { OutcomeSpell } from '#lib/domain/outcome/outcome.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Days of the claim that no evidence covers, with the employers whose evidence is missing. */
export type Gap = Days & {
  readonly employers: readonly string[];
  /** An employer's own answer says otherwise. */
  readonly contradicted: boolean;
};

export type Coverage = {
  /** Exclusive: evidence covers every claimed day before it, without a gap from the start. Null: not the first day. */
  readonly verifiedThrough: PlainDate | null;
  /** What is missing up to `until`, in order. */
  readonly gaps: readonly Gap[];
};

/** From the day that the outcome counts from, and up to `until` (exclusive): the day after today. */
type Span = { readonly start: PlainDate; readonly until: PlainDate };

const FULL_TIME = 100;

/**
 * Through which day (exclusive) evidence covers an outcome, and what is missing (compensation model section 2,
 * `verifiedThrough`; service description section 5). A day is covered when the spells that hold it and are covered by evidence of their
 * employer add up to the extents claimed of that day, or to full time. A day that nothing is claimed of needs no
 * evidence; it does not end what is covered, but nothing is covered through it either. Extents in per cent.
 */
export function verifiedThrough(claim: Claim, pieces: readonly Piece[], span: Span): Coverage {
  let reached: PlainDate | null = null;
  const gaps: Gap[] = [];
  for (const days of stretches(claim, pieces, span)) {
    const held = claim.spells.filter((spell) => holds(spell, days.from));
    if (held.length === 0) continue;
    const missing = missingOn(days.from, held, pieces);
    if (missing.length > 0) addGap(gaps, days, missing);
    else if (gaps.length === 0) reached = days.to;
  }
  return { verifiedThrough: reached, gaps };
}

/** The first claimed day that a spell holds, or null where none does. */
export function firstClaimedDay({ from, spells }: Claim): PlainDate | null {
  const days = spells
    .filter(({ to }) => to === null || to > from)
    .map((spell) => (spell.from > from ? spell.from : from));
  return days.toSorted()[0] ?? null;
}

/** The span cut where any spell, evidence or answer begins or ends: within a stretch all days are alike. */
function stretches(claim: Claim, pieces: readonly Piece[], { start, until }: Span): readonly Days[] {
  const cuts = new Set([start, until]);
  const cut = (
    days: { readonly from: PlainDate; readonly to: PlainDate | null } | null | undefined,
  ): void => {
    for (const day of [days?.from, days?.to]) {
      if (day !== undefined && day !== null && start < day && day < until) cuts.add(day);
    }
  };
  for (const spell of claim.spells) cut(spell);
  for (const { covers, answered } of pieces) {
    cut(covers);
    cut(answered?.about);
    if (answered !== null) cut({ from: answered.knownUntil, to: null });
  }
  const ordered = [...cuts].toSorted();
  return ordered.slice(1).flatMap((to, index) => {
    const from = ordered[index];
    return from === undefined || from < start || to > until ? [] : [{ from, to }];
  });
}

function holds({ from, to }: { from: PlainDate; to: PlainDate | null }, day: PlainDate): boolean {
  return from <= day && (to === null || day < to);
}

type Missing = { readonly employerName: string; readonly contradicted: boolean };

/** The spells of a day whose evidence is missing; none where the others reach what is claimed, or full time. */
function missingOn(
  day: PlainDate,
  held: readonly OutcomeSpell[],
  pieces: readonly Piece[],
): readonly Missing[] {
  const judged = held.map((spell) => ({ spell, ...judge(day, spell, pieces) }));
  const claimed = sumOf(held);
  const shown = sumOf(judged.filter(({ covered }) => covered).map(({ spell }) => spell));
  if (shown >= Math.min(claimed, FULL_TIME)) return [];
  return judged
    .filter(({ covered }) => !covered)
    .map(({ spell, contradicted }) => ({ employerName: spell.employerName, contradicted }));
}

function judge(
  day: PlainDate,
  spell: OutcomeSpell,
  pieces: readonly Piece[],
): { readonly covered: boolean; readonly contradicted: boolean } {
  const own = pieces.filter((piece) => employerKey(piece) === employerKey(spell));
  // The latest answer about a day is the employer's word on it; an earlier one no longer is.
  const word = own
    .filter(({ answered }) => answered !== null && holds(answered.about, day) && day < answered.knownUntil)
    .reduce<Piece | null>(
      (latest, piece) => ((latest?.answered?.at ?? '') <= (piece.answered?.at ?? '') ? piece : latest),
      null,
    );
  const contradicted = word !== null && !shows(word, spell, day);
  return {
    covered: !contradicted && own.some((piece) => piece.doubtsOnly !== true && shows(piece, spell, day)),
    contradicted,
  };
}

function shows({ covers, extentPercent }: Piece, spell: OutcomeSpell, day: PlainDate): boolean {
  return (
    covers !== null && holds(covers, day) && (extentPercent === null || extentPercent >= spell.extentPercent)
  );
}

function sumOf(spells: readonly OutcomeSpell[]): number {
  return spells.reduce((sum, { extentPercent }) => sum + extentPercent, 0);
}

/** A gap goes on from the one before where the same is missing. */
function addGap(gaps: Gap[], days: Days, missing: readonly Missing[]): void {
  const employers = [...new Set(missing.map(({ employerName }) => employerName))];
  const contradicted = missing.some((one) => one.contradicted);
  const last = gaps.at(-1);
  const goesOn =
    last?.to === days.from &&
    last.contradicted === contradicted &&
    last.employers.join('\n') === employers.join('\n');
  if (goesOn) gaps.splice(-1, 1, { ...last, to: days.to });
  else gaps.push({ ...days, employers, contradicted });
}
