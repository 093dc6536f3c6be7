import type { LogDoneState } from '#components/reporting/log-done.tsx';
import type { LogPageState } from '#components/reporting/log-view.tsx';
import { isUuid } from '#lib/shared/uuid.ts';

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
export function doneOf(search: Search): LogDoneState | null {
  const number = (name: string): number => Number(search[name]) || 0;
  const entry = search['entry'];
  const entryId = typeof entry === 'string' && isUuid(entry) ? entry : null;
  if (search['added'] !== undefined) return { what: 'added', count: number('added'), entryId };
  if (search['copied'] !== undefined) {
    return { what: 'copied', count: number('copied'), left: number('left'), entryId };
  }
  for (const what of ['changed', 'removed', 'undone'] as const) {
    if (search[what] !== undefined) return { what, count: number(what) };
  }
  return null;
}
