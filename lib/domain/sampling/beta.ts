/** Coefficients of Lanczos' approximation (g = 7, n = 9): relative error below 1e-14 for arguments above 0. */
const FIRST_COEFFICIENT = 0.999_999_999_999_809_9;
const LANCZOS: readonly number[] = [
  676.520_368_121_885_1, -1259.139_216_722_402_8, 771.323_428_777_653_1, -176.615_029_162_140_6,
  12.507_343_278_686_905, -0.138_571_095_265_720_12, 9.984_369_578_019_572e-6, 1.505_632_735_149_311_6e-7,
];

/** ln Γ(x) for x > 0. */
export function lnGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x);
  const shifted = x - 1;
  const series = LANCZOS.reduce(
    (sum, coefficient, n) => sum + coefficient / (shifted + n + 1),
    FIRST_COEFFICIENT,
  );
  const t = shifted + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(series);
}

const STEPS = 500;
const PRECISE = 1e-15;
const TINY = 1e-300;

const awayFromZero = (value: number): number => (Math.abs(value) < TINY ? TINY : value);

/** The continued fraction of the incomplete beta function, by Lentz' method. */
function continuedFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= STEPS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    const step = d * c;
    value *= step;
    if (Math.abs(step - 1) < PRECISE) break;
  }
  return value;
}

/**
 * The regularised incomplete beta function I(x; a, b): the probability that a value of the beta distribution with a, b > 0 is at
 * most x (0–1).
 */
export function regularisedBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  // The fraction converges fast on this side of the mean; the other side is its mirror.
  return x < (a + 1) / (a + b + 2)
    ? (front * continuedFraction(x, a, b)) / a
    : 1 - (front * continuedFraction(1 - x, b, a)) / b;
}

/** The value (0–1) under which a share `p` (0–1) of the beta distribution with a, b > 0 lies; by bisection, to 1e-12. */
export function betaQuantile(p: number, a: number, b: number): number {
  let low = 0;
  let high = 1;
  while (high - low > 1e-12) {
    const middle = (low + high) / 2;
    if (regularisedBeta(middle, a, b) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

export type Interval = { readonly low: number; readonly high: number };

/**
 * The exact interval of Clopper and Pearson for a share, of which `errors` in `size` drawn were seen; neither needs to be whole. At
 * least `level` of such intervals hold the true share. With no errors it is 0 – 1 − ((1 − level) ÷ 2)^(1 ÷ size).
 */
export function clopperPearson(errors: number, size: number, level = 0.95): Interval {
  const tail = (1 - level) / 2;
  return { low: lowerShare(errors, size, tail), high: upperShare(errors, size, tail) };
}

/** Least share that would give so many errors or more with the probability `tail`; 0 where there are none. */
function lowerShare(errors: number, size: number, tail: number): number {
  if (errors <= 0) return 0;
  return errors >= size ? tail ** (1 / size) : betaQuantile(tail, errors, size - errors + 1);
}

/** Greatest share that would give so few errors with the probability `tail`; 1 where all are, or where nothing is known. */
export function upperShare(errors: number, size: number, tail: number): number {
  if (errors >= size) return 1;
  return errors <= 0 ? 1 - tail ** (1 / size) : betaQuantile(1 - tail, errors + 1, size - errors);
}
