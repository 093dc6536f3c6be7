/** The address of a list with its filters; what stands at its default (empty, the first page) is left out. */
export function listHref(
  path: string,
  filters: Readonly<Record<string, string | number | null | undefined>>,
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    if (value === null || value === undefined || value === '') continue;
    if (name === 'page' && value === 1) continue;
    search.set(name, String(value));
  }
  return search.size === 0 ? path : `${path}?${search.toString()}`;
}
