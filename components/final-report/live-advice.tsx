'use client';

import { useEffect, useRef, useState } from 'react';
import type { Question } from '#lib/domain/final-report/questions.ts';
import { type ElsewhereAnswer, thinProblem } from '#lib/domain/final-report/thin-answer.ts';

type Props = {
  readonly name: string;
  readonly question: Question;
  readonly planned: readonly string[];
  readonly title: string;
};

const AFTER_LEAVING_MS = 500;

type Advice = { readonly message: string; readonly fix: string };

/** Says that an answer is thin when one leaves it, by the same rules as the server, and falls silent as soon as it is not. */
export function LiveAdvice({ name, question, planned, title }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [advice, setAdvice] = useState<Advice | null>(null);
  useEffect(() => {
    const field = place.current?.closest('form')?.elements.namedItem(name);
    if (!(field instanceof HTMLTextAreaElement)) return;
    let isShown = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      const problem =
        field.value.trim() === ''
          ? null
          : thinProblem({ pointer: '' }, field.value, { question, planned, elsewhere: answersBefore(field) });
      isShown = problem !== null;
      setAdvice(problem === null ? null : { message: problem.message, fix: problem.fix ?? '' });
    };
    // Not at once: what one leaves the field for must not move from under the pointer.
    const lookSoon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(look, AFTER_LEAVING_MS);
    };
    const lookAgain = (): void => {
      if (isShown) look();
    };
    field.addEventListener('change', lookSoon);
    field.addEventListener('input', lookAgain);
    return () => {
      clearTimeout(timer);
      field.removeEventListener('change', lookSoon);
      field.removeEventListener('input', lookAgain);
    };
  }, [name, question, planned]);
  return (
    <div ref={place} aria-live="polite" className="empty:hidden">
      {advice !== null && (
        <p className="border-s-4 border-warn-line bg-warn-wash px-4 py-2 text-sm">
          <b>{title}:</b> {advice.message} {advice.fix}
        </p>
      )}
    </div>
  );
}

/** The answers that stand before a field in its form. */
function answersBefore(field: HTMLTextAreaElement): readonly ElsewhereAnswer[] {
  const all = [...(field.form?.querySelectorAll<HTMLTextAreaElement>('textarea[data-where]') ?? [])];
  return all
    .slice(0, all.indexOf(field))
    .map((other) => ({ where: other.dataset['where'] ?? '', text: other.value }));
}
