import type { ReactNode } from 'react';
import { SwedishText } from '#components/participant/own-words.tsx';

export type DocumentFact = {
  readonly term: string;
  /** In the reader's language. */
  readonly said?: ReactNode;
  /** As somebody wrote it, in Swedish. */
  readonly text?: string;
};

/** What a document says, one thing under the other: short on a phone, and whole on paper. */
export function DocumentFacts({ facts }: { readonly facts: readonly (DocumentFact | null)[] }) {
  return (
    <dl className="grid gap-4">
      {facts.map(
        (fact) =>
          fact !== null && (
            <div key={fact.term} className="break-inside-avoid">
              <dt className="text-ink-2">{fact.term}</dt>
              <dd className="font-medium">
                {fact.said}
                {fact.text !== undefined && fact.text !== '' && <SwedishText>{fact.text}</SwedishText>}
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}
