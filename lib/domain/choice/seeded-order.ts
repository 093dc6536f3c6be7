/**
 * A whole number of 53 bits that follows from the text alone and looks random (cyrb53). Not for secrets: only for an order
 * that nobody has chosen.
 */
export function scramble(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & low) + (high >>> 0);
}

/**
 * Compares two ids by a random order that the seed decides: the same for the same participant on the same day, so that
 * a page turned does not shuffle, and equal chances for all (choice, section 1). Equal ids compare as 0.
 */
export function compareSeeded(seed: string): (a: string, b: string) => number {
  const places = new Map<string, number>();
  const placeOf = (id: string): number => {
    const known = places.get(id);
    if (known !== undefined) return known;
    const place = scramble(`${seed} ${id}`);
    places.set(id, place);
    return place;
  };
  return (a, b) => placeOf(a) - placeOf(b) || Number(a > b) - Number(a < b);
}
