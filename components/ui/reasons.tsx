import type { ReactNode } from 'react';

export interface ReasonsProps {
  title: ReactNode;
  /** Whole sentences whose facts are links; the last is the arithmetic. */
  sentences: readonly { key: string; sentence: ReactNode }[];
  /** Which rules, what else it gave, where to object. */
  aside?: ReactNode;
}

/** Why an amount is what it is. */
export function Reasons({ title, sentences, aside }: ReasonsProps) {
  return (
    <div className="why rounded-md border border-line-strong bg-paper px-6 py-5 max-md:px-4">
      <h3 className="mb-4 text-lg tracking-[-0.01em]">{title}</h3>
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_auto]">
        <ol className="reasons">
          {sentences.map(({ key, sentence }) => (
            <li key={key}>{sentence}</li>
          ))}
        </ol>
        {aside !== undefined && <aside className="border-line lg:w-58 lg:border-s lg:ps-6">{aside}</aside>}
      </div>
    </div>
  );
}
