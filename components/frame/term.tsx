import type { ReactNode } from 'react';
import { TextLink } from '#components/ui/text-link.tsx';
import type { Messages } from '#lib/shared/i18n/catalogue.ts';

/** A word that the list explains. */
export type ListedWord = keyof Messages['word-list']['word'];

/** A term where it stands, leading to what it means: `t.rich('…', { term: (words) => <Term word="coach">{words}</Term> })`. */
export function Term({ word, children }: { word: ListedWord; children: ReactNode }) {
  return (
    <TextLink href={`/words#${word}`} className="term">
      <dfn>{children}</dfn>
    </TextLink>
  );
}
