/** Where participants live: the middle of the place, and how its municipality is called. */
const PLACES: Readonly<Record<string, { readonly lat: number; readonly lon: number }>> = {
  Västerås: { lat: 59.61617, lon: 16.55276 },
  Köping: { lat: 59.51404, lon: 15.99255 },
  Sala: { lat: 59.91993, lon: 16.60655 },
  Hallstahammar: { lat: 59.61395, lon: 16.22846 },
  Karlskrona: { lat: 56.16156, lon: 15.58661 },
  Ronneby: { lat: 56.20999, lon: 15.27602 },
  Umeå: { lat: 63.82842, lon: 20.25972 },
  Vännäs: { lat: 63.90676, lon: 19.75712 },
};

/** A home in the place: within two kilometres of its middle, each participant's own. */
export function homeIn(place: string, nth: number): { readonly lat: number; readonly lon: number } {
  const middle = PLACES[place];
  if (middle === undefined) throw new Error(`No place is called ${place}`);
  const angle = nth * 2.399;
  const distance = 0.004 + (nth % 7) * 0.002;
  return {
    lat: rounded(middle.lat + distance * Math.cos(angle)),
    lon: rounded(middle.lon + 1.8 * distance * Math.sin(angle)),
  };
}

function rounded(degrees: number): number {
  return Math.round(degrees * 100_000) / 100_000;
}
