'use client';

import { useEffect, useRef, useState } from 'react';
import { isEnough, type ReportSection } from '#components/final-report/report-sections.ts';

type Props = {
  readonly title: string;
  readonly of: string;
  readonly done: string;
  readonly sections: readonly ReportSection[];
};

/** The table of contents with how far each part has come: as the page was sent, and then as it is written. */
export function ReportContents({ title, of, done, sections }: Props) {
  const place = useRef<HTMLElement>(null);
  const [enough, setEnough] = useState<readonly number[]>(sections.map((section) => section.enough));
  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    const count = (): void => {
      const fields = new FormData(form);
      const text = (name: string): string => {
        const field = fields.get(name);
        return typeof field === 'string' ? field : '';
      };
      setEnough(
        sections.map(
          ({ answers }) => answers.filter(({ name, question }) => isEnough(text(name), question)).length,
        ),
      );
    };
    form.addEventListener('change', count);
    return () => form.removeEventListener('change', count);
  }, [sections]);
  return (
    <nav ref={place} aria-label={title} className="rounded-lg border border-line bg-sheet p-5">
      <p className="mb-2 font-bold">{title}</p>
      <ol className="grid">
        {sections.map(({ id, title: words, answers }, at) => (
          <li
            key={id}
            className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-line py-1.5 last:border-b-0"
          >
            <a href={`#${id}`} className="py-1">
              {words}
            </a>
            {answers.length > 0 && (
              <span className={enough[at] === answers.length ? 'text-sm text-ok' : 'text-sm text-ink-3'}>
                {enough[at]} {of} {answers.length} {done}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
