import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { GridTools } from '#components/month-grid/grid-tools.tsx';

type Said =
  | 'selected'
  | 'copied'
  | 'cut'
  | 'cleared'
  | 'filled'
  | 'pasting'
  | 'pasted'
  | 'pastedSent'
  | 'tooWide'
  | 'tooLong'
  | 'nothingPasted'
  | 'pasteFailed'
  | 'undone'
  | 'redone'
  | 'nothingToUndo'
  | 'nothingToRedo';

/** Says what happened, in a place that is read aloud. */
export type Say = ((what: Said, facts?: Readonly<Record<string, number>>) => void) & {
  /** Several sentences, one after the other. */
  all(sentences: readonly (readonly [what: Said, facts: Readonly<Record<string, number>>])[]): void;
};

export function useSay({ said }: GridTools): Say {
  const t = useTranslations('month-grid.say');
  return useMemo(() => {
    const say = (what: Said, facts: Readonly<Record<string, number>> = {}): void => said.set(t(what, facts));
    return Object.assign(say, {
      all: (sentences: readonly (readonly [Said, Readonly<Record<string, number>>])[]) =>
        said.set(sentences.map(([what, facts]) => t(what, facts)).join(' ')),
    });
  }, [said, t]);
}
