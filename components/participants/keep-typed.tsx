'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Notice } from '#components/ui/notice.tsx';
import { fillIn, forgetTyped, keepTyped, typedIn } from '#lib/client/plan/typed-form.ts';

type Props = {
  /** Whose form it is and of what, the same until it is sent. */
  readonly subject: string;
  /** Which of them: what was kept for another is out of date. */
  readonly version: number;
  /** The server has given back what was typed: that is newer. */
  readonly isGivenBack: boolean;
  /** What is said where something was kept. */
  readonly children: ReactNode;
};

/**
 * Keeps what is typed into the form around it in this tab, and gives it back when somebody has had to log in again before
 * sending it.
 */
export function KeepTyped({ subject, version, isGivenBack, children }: Props) {
  const place = useRef<HTMLOutputElement>(null);
  const [isKept, setKept] = useState(false);
  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    const kept = isGivenBack ? null : typedIn(subject, version);
    if (kept !== null) fillIn(form, kept);
    // oxlint-disable-next-line react/set-state-in-effect -- what the tab holds is not known before the page stands there
    setKept(kept !== null);
    const keep = () => keepTyped(subject, version, form);
    form.addEventListener('input', keep);
    return () => form.removeEventListener('input', keep);
  }, [subject, version, isGivenBack]);
  return (
    <output ref={place} className={isKept ? 'block' : 'sr-only'}>
      {isKept && <Notice>{children}</Notice>}
    </output>
  );
}

/** Forgets what was typed, once it is sent. */
export function ForgetTyped({ subject }: Pick<Props, 'subject'>) {
  useEffect(() => forgetTyped(subject), [subject]);
  return null;
}
