import type { LogPageState } from '#components/reporting/log-view.tsx';

export type Search = Readonly<Record<string, string | string[] | undefined>>;

/** The entry that the address asks to change or to remove. */
export function changingOf(search: Search): LogPageState['changing'] {
  for (const how of ['change', 'remove'] as const) {
    const entryId = search[how];
    if (typeof entryId === 'string') return { entryId, how };
  }
  return null;
}

/** What was just done, as the commands say it in the address. */
export function doneOf(search: Search): LogPageState['done'] {
  const number = (name: string): number => Number(search[name]) || 0;
  for (const what of ['added', 'changed', 'removed'] as const) {
    if (search[what] !== undefined) return { what, count: number(what) };
  }
  return search['copied'] === undefined
    ? null
    : { what: 'copied', count: number('copied'), left: number('left') };
}
