declare const oreBrand: unique symbol;

/** Money as a whole number of öre, within ±(2^53 − 1). */
export type Ore = number & { readonly [oreBrand]: true };

/** An amount that is not a whole number of öre, or too large to be held exactly. */
export class OreOutOfRangeError extends RangeError {
  override readonly name = 'OreOutOfRangeError';
}

/** The amount; throws OreOutOfRangeError unless it is a whole number that is held exactly. Negative zero becomes zero. */
export function ore(amount: number): Ore {
  if (!Number.isSafeInteger(amount))
    throw new OreOutOfRangeError(`Not an exact whole number of öre: ${amount}`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place where a number gets its brand
  return (amount + 0) as Ore;
}

export const ZERO_ORE = ore(0);

/** The exact sum; throws OreOutOfRangeError where it cannot be held. */
export function sumOre(amounts: Iterable<Ore>): Ore {
  let sum = 0;
  let overflow = 0n;
  for (const amount of amounts) {
    const next = sum + amount;
    if (Number.isSafeInteger(next)) {
      sum = next;
    } else {
      // The part that does not fit waits aside: later amounts may bring the sum back into range.
      overflow += BigInt(sum);
      sum = amount;
    }
  }
  return overflow === 0n ? ore(sum) : oreFromBigInt(overflow + BigInt(sum));
}

/** The amount; throws OreOutOfRangeError where a number cannot hold it exactly. */
export function oreFromBigInt(amount: bigint): Ore {
  return ore(Number(amount));
}

/** `numerator ÷ denominator` rounded to a whole number, halves away from zero. The denominator is above zero. */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

/** `amount × permille ÷ 1000` rounded to the nearest öre, halves away from zero. `permille` is a whole number. */
export function multiplyPermille(amount: Ore, permille: number): Ore {
  return oreFromBigInt(divideRounded(BigInt(amount) * BigInt(permille), 1000n));
}

/** The nearest whole krona, still in öre, halves away from zero (12 650 → 12 700, −12 650 → −12 700). */
export function roundToKrona(amount: Ore): Ore {
  return oreFromBigInt(divideRounded(BigInt(amount), 100n) * 100n);
}

const NO_BREAK_SPACE = '\u00A0';
const MINUS = '\u2212';

/**
 * The amount as people read it: `12 650 kr` in Swedish, `12,650 kr` in English, with no-break spaces and a real
 * minus sign. Öre are shown where there are any, or always with `showOre`.
 */
export function formatKronor(
  amount: Ore,
  locale = 'sv',
  options: { readonly showOre?: boolean } = {},
): string {
  const swedish = !locale.startsWith('en');
  const magnitude = Math.abs(amount);
  const cents = magnitude % 100;
  const kronor = String((magnitude - cents) / 100);
  const grouped = kronor.replaceAll(/\B(?=(?:\d{3})+$)/g, swedish ? NO_BREAK_SPACE : ',');
  const showOre = options.showOre === true || cents !== 0;
  const decimals = showOre ? `${swedish ? ',' : '.'}${String(cents).padStart(2, '0')}` : '';
  return `${amount < 0 ? MINUS : ''}${grouped}${decimals}${NO_BREAK_SPACE}kr`;
}
