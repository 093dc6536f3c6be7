import { accountDone } from '#lib/schemas/administration.ts';

export type PageSearch = Readonly<Record<string, string | string[] | undefined>>;

/** What was just done, as the address says it. */
export function doneOf(
  search: PageSearch,
): { what: NonNullable<ReturnType<typeof accountDone.parse>['done']>; count: number } | null {
  const { done, count } = accountDone.parse(search);
  return done === null ? null : { what: done, count };
}

/** The page's own address with its ids, for a form to come back to. */
export function ownPath(path: string, name: 'role' | 'person', ids: readonly string[]): string {
  return `${path}?${new URLSearchParams(ids.map((id) => [name, id]))}`;
}
