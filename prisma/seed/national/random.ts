/** A seeded source of chance: the same seed and label give the same numbers on every machine. */
export type Random = {
  /** A number from 0 up to, not including, 1. */
  readonly next: () => number;
  /** A whole number from `min` to `max`, both included. */
  readonly int: (min: number, max: number) => number;
  /** True so often, 0–1. */
  readonly chance: (share: number) => boolean;
  readonly one: <T>(values: readonly T[]) => T;
  /** One of several, each so often as its weight says. */
  readonly weighted: <T>(values: readonly (readonly [T, number])[]) => T;
  /** Normally distributed about 0 with deviation 1. */
  readonly normal: () => number;
  readonly shuffled: <T>(values: readonly T[]) => T[];
};

/** FNV-1a over UTF-16 code units. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Small fast counting generator (sfc32), stirred before the first number is taken. */
function sfc32(seed: number, label: string): () => number {
  let a = hash32(`${label} a`);
  let b = hash32(`${label} b`);
  let c = seed | 0;
  let d = 1;
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return (t >>> 0) / 4_294_967_296;
  };
  for (let n = 0; n < 15; n += 1) next();
  return next;
}

/** Chance of its own for each label, so that what is drawn for one thing moves nothing of another. */
export function randomOf(seed: number, label: string): Random {
  const next = sfc32(seed, label);
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  const one = <T>(values: readonly T[]): T => {
    const value = values[int(0, values.length - 1)];
    if (value === undefined) throw new RangeError('Nothing to choose from');
    return value;
  };
  const weighted = <T>(values: readonly (readonly [T, number])[]): T => {
    let left = next() * values.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of values) {
      left -= weight;
      if (left < 0) return value;
    }
    return one(values)[0];
  };
  const shuffled = <T>(values: readonly T[]): T[] =>
    values
      .map((value) => ({ value, at: next() }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ value }) => value);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return { next, int, one, weighted, shuffled, normal, chance: (share) => next() < share };
}

/** Ids in the form of UUID version 7, one after another in the indexes; the same for the same seed. */
export function idsOf(seed: number): () => string {
  const next = sfc32(seed, 'ids');
  const hex = (digits: number): string =>
    Math.floor(next() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  let made = 0x0190_0000_0000;
  return () => {
    made += 1;
    const time = made.toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(6)}${hex(6)}`;
  };
}
