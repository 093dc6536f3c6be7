/** Somebody who is handed over, and which of the coaches may take them. */
export type ToHandOver = { readonly placementId: string; readonly able: readonly string[] };

/** Who gets whom; and those whom none of the chosen coaches may take. */
export type SharedOut = {
  readonly moves: readonly { readonly placementId: string; readonly coachPersonId: string }[];
  readonly left: readonly string[];
};

/**
 * Shares participants out among coaches so that whoever has the fewest (`held`: participants by coach) gets the next one:
 * first those whom the fewest may take, then in the order given. The same input gives the same result; nobody is given to
 * a coach who may not take them.
 */
export function shareOut(participants: readonly ToHandOver[], held: ReadonlyMap<string, number>): SharedOut {
  const counts = new Map(held);
  const moves: { placementId: string; coachPersonId: string }[] = [];
  const left: string[] = [];
  const able = (one: ToHandOver) => one.able.filter((personId) => counts.has(personId));
  for (const one of participants.toSorted((a, b) => able(a).length - able(b).length)) {
    const [next] = able(one).toSorted(
      (a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1),
    );
    if (next === undefined) {
      left.push(one.placementId);
      continue;
    }
    counts.set(next, (counts.get(next) ?? 0) + 1);
    moves.push({ placementId: one.placementId, coachPersonId: next });
  }
  return { moves, left };
}
