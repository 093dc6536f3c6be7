/** The address of the place one is in: the one that is the longest beginning of the path, whole steps only. */
export function currentPlace(places: readonly { href: string }[], path: string): string | undefined {
  const above = places.filter(({ href }) => path === href || path.startsWith(`${href}/`));
  return above.toSorted((a, b) => b.href.length - a.href.length)[0]?.href;
}
