import { dig } from '#lib/domain/compensation/reader.ts';

export const CASE_PARTS = ['lines', 'pending', 'notPayable', 'deltas', 'totals'] as const;
export type CasePart = (typeof CASE_PARTS)[number];

/** One thing in which what a case gives is not what is expected. `member` null: the whole entry; a side that is not there is undefined. */
export type CaseDifference = {
  readonly part: CasePart;
  readonly key: string | null;
  readonly member: string | null;
  readonly expected: unknown;
  readonly got: unknown;
};

type Entry = Readonly<Record<string, unknown>>;

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Reasons are sentences, not amounts: a case may hold them, and they are not compared. */
function memberDifferences(
  part: CasePart,
  key: string | null,
  expected: Entry,
  got: Entry,
): readonly CaseDifference[] {
  return [...new Set([...Object.keys(expected), ...Object.keys(got)])]
    .filter((member) => member !== 'because' && !same(expected[member], got[member]))
    .map((member) => ({ part, key, member, expected: expected[member], got: got[member] }));
}

/** Entries by key; a key that comes again gets a number, so that nothing is hidden behind its double. */
function byKey(entries: readonly unknown[]): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>();
  for (const entry of entries.filter(isEntry)) {
    const key = String(entry['key']);
    let name = key;
    for (let number = 2; found.has(name); number += 1) name = `${key} (${number})`;
    found.set(name, entry);
  }
  return found;
}

function listDifferences(
  part: CasePart,
  expected: unknown,
  got: readonly unknown[],
): readonly CaseDifference[] {
  if (!Array.isArray(expected)) return [{ part, key: null, member: null, expected, got }];
  const wanted = byKey(expected);
  const given = byKey(got);
  const differences = [...new Set([...wanted.keys(), ...given.keys()])].flatMap(
    (key): readonly CaseDifference[] => {
      const [one, other] = [wanted.get(key), given.get(key)];
      return one === undefined || other === undefined
        ? [{ part, key, member: null, expected: one, got: other }]
        : memberDifferences(part, key, one, other);
    },
  );
  const order = [...wanted.keys()];
  const arrived = [...given.keys()];
  const isMoved = differences.length === 0 && !same(order, arrived);
  const isLonger = expected.length !== wanted.size;
  return isMoved || (differences.length === 0 && isLonger)
    ? [{ part, key: null, member: null, expected: order, got: arrived }]
    : differences;
}

/** Exactly how an output differs from what is expected: part, key, member, both values. None: they are the same. */
export function caseDifferences(
  expected: unknown,
  got: Readonly<Record<CasePart, unknown>>,
): readonly CaseDifference[] {
  return CASE_PARTS.flatMap((part) => {
    const wanted = dig(expected, part);
    const given = got[part];
    if (Array.isArray(given)) return listDifferences(part, wanted, given);
    if (!isEntry(wanted) || !isEntry(given))
      return [{ part, key: null, member: null, expected: wanted, got: given }];
    return memberDifferences(part, null, wanted, given);
  });
}
