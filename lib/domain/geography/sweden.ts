/**
 * Whether a place (decimal degrees, WGS 84) lies within the box around Sweden's land and islands, a few kilometres of
 * margin included. It catches what goes wrong in files: zeros, latitude and longitude changed about, a lost decimal point.
 */
export function isInSweden(place: { readonly lat: number; readonly lon: number }): boolean {
  return place.lat >= 55.2 && place.lat <= 69.2 && place.lon >= 10.5 && place.lon <= 24.3;
}
