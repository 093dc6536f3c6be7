import { wilson } from '#lib/domain/insight/wilson.ts';
import type { MeasureInterval } from '#lib/domain/rating/stars.ts';
import type { Measure } from '#lib/domain/result-measure/result-measure.ts';

const PARTS = 1_000_000_000;

/**
 * A measure with its 95 % interval. What a contract has reached is a share of the most that its participants could reach (`best`);
 * the interval is Wilson's of that share. A participant counts nothing, half or all of their weight, which varies no more
 * than nothing or all does: the interval is never too narrow. `best` is above zero.
 */
export function measureInterval(measure: Measure, best: Measure, participants: number): MeasureInterval {
  const share =
    Number((measure.numerator * best.denominator * BigInt(PARTS)) / (measure.denominator * best.numerator)) /
    PARTS;
  const { low, high } = wilson(share * participants, participants) ?? { low: 0, high: 1 };
  const lowest = shareOf(best, Math.floor(low * PARTS));
  const highest = shareOf(best, Math.ceil(high * PARTS));
  return { measure, low: lowest, high: highest };
}

function shareOf({ numerator, denominator }: Measure, parts: number): Measure {
  return { numerator: numerator * BigInt(parts), denominator: denominator * BigInt(PARTS) };
}
