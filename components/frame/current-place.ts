/** The address of the place one is in: the one that is the longest beginning of the path, whole steps only. */
export function currentPlace(
  places: readonly { href: string; also?: string | undefined }[],
  path: string,
): string | undefined {
  const holds = (start: string): boolean => path === start || path.startsWith(`${start}/`);
  const other = places.find(({ also }) => also !== undefined && holds(also));
  if (other !== undefined) return other.href;
  const above = places.filter(({ href }) => holds(href));
  return above.toSorted((a, b) => b.href.length - a.href.length)[0]?.href;
}
