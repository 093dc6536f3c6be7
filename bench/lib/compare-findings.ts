import { FAULT_CODES, type FaultCode, type Planted } from '#prisma/seed/national/plant/planted.ts';

/** What a check said of a report, an outcome or a document. */
export type Found = { readonly code: string; readonly id: string };

export type Compared = {
  readonly severity: 'hold' | 'flag' | 'block';
  readonly planted: number;
  /** Of those that were planted. */
  readonly found: number;
  /** Share of the planted that was found; null where nothing was planted. */
  readonly recall: number | null;
  readonly falseAlarms: number;
  /** Share of what was said that is true; null where nothing was said. */
  readonly precision: number | null;
  readonly nearMisses: number;
  /** Near misses among the false alarms. */
  readonly nearMissesFound: number;
  /** What was missed, by the way in which it was planted. */
  readonly missed: Readonly<Record<string, number>>;
};

/** The list against what the checks found, code by code. What counts neither way is left out on both sides. */
export function compareFindings(
  list: readonly Planted[],
  found: readonly Found[],
): ReadonlyMap<string, Compared> {
  const codes = new Set<string>([...list, ...found].map(({ code }) => code));
  return new Map(
    [...codes].toSorted().map((code) => [
      code,
      compareOne(
        code,
        list.filter((one) => one.code === code),
        new Set(found.flatMap((one) => (one.code === code ? [one.id] : []))),
      ),
    ]),
  );
}

function compareOne(code: string, list: readonly Planted[], said: ReadonlySet<string>): Compared {
  const idsOf = (kind: Planted['kind']): ReadonlySet<string> =>
    new Set(list.flatMap((one) => (one.kind === kind ? [one.id] : [])));
  const [faults, near, open] = [idsOf('fault'), idsOf('nearMiss'), idsOf('open')];
  const hits = [...faults].filter((id) => said.has(id)).length;
  const falseAlarms = [...said].filter((id) => !faults.has(id) && !open.has(id));
  const missed: Record<string, number> = {};
  for (const { kind, id, way } of list)
    if (kind === 'fault' && !said.has(id)) missed[way] = (missed[way] ?? 0) + 1;
  return {
    severity: isFaultCode(code) ? FAULT_CODES[code] : 'block',
    planted: faults.size,
    found: hits,
    recall: shareOf(hits, faults.size),
    falseAlarms: falseAlarms.length,
    precision: shareOf(hits, hits + falseAlarms.length),
    nearMisses: near.size,
    nearMissesFound: falseAlarms.filter((id) => near.has(id)).length,
    missed,
  };
}

function isFaultCode(code: string): code is FaultCode {
  return Object.hasOwn(FAULT_CODES, code);
}

function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((1000 * part) / whole) / 1000;
}

/** The least of the figures that there are; null where there are none. */
export function leastOf(figures: readonly (number | null)[]): number | null {
  const known = figures.filter((figure) => figure !== null);
  return known.length === 0 ? null : Math.min(...known);
}
