'use client';

import { useEffect, useRef, useState } from 'react';
import { Notice } from '#components/ui/notice.tsx';
import { forgetJournal, journalled, keepInJournal } from '#lib/client/document/draft-journal.ts';
import { type DraftState, draftSender } from '#lib/client/document/draft-sender.ts';
import { fillIn, readTyped } from '#lib/client/plan/typed-form.ts';
import { clockInWords } from '#lib/shared/i18n/date-words.ts';

type Props = {
  /** Whose form it is and of what, the same until it is sent. */
  readonly subject: string;
  readonly action: string;
  /** When the draft that fills the form in was saved; null where there is none. */
  readonly savedAt: string | null;
  /** The server has given back what was typed: that is newer. */
  readonly isGivenBack: boolean;
  /** What is said of how it stands; `saved` with the place of its time, `{time}`. */
  readonly words: KeepWords;
  readonly locale: 'sv' | 'en';
};

/** Everything that can be said of a draft that is being written, from the server: the browser knows few words. */
export type KeepWords = Readonly<
  Record<'saving' | 'saved' | 'offline' | 'loggedOut' | 'conflict' | 'restored', string>
>;

/** Keeps what is written into the form around it: in this browser at once, on the server soon after. */
export function KeepDraft({ subject, action, savedAt, isGivenBack, words, locale }: Props) {
  const place = useRef<HTMLOutputElement>(null);
  const [state, setState] = useState<DraftState>({ kind: 'quiet' });
  const [isRestored, setRestored] = useState(false);
  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    const sender = draftSender({
      read: () => readTyped(form),
      field: (name) => hidden(form, name)?.value ?? '',
      setVersion: (version) => {
        const field = hidden(form, 'draftVersion');
        if (field !== null) field.value = String(version);
      },
      send: async (body) =>
        await fetch(action, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
          body,
          keepalive: body.length < 60_000,
        }),
      tell: setState,
      saved: () => forgetJournal(subject),
    });
    const keep = (): void => {
      keepInJournal(subject, { at: Date.now(), typed: readTyped(form) });
      sender.changed();
    };
    const entry = journalled(subject);
    if (entry !== null && !isGivenBack && entry.at > Date.parse(savedAt ?? '1970-01-01')) {
      fillIn(form, entry.typed);
      // oxlint-disable-next-line react/set-state-in-effect -- what the browser holds is not known before the page stands there
      setRestored(true);
      sender.changed();
    }
    form.addEventListener('input', keep);
    form.addEventListener('submit', sender.end);
    window.addEventListener('pagehide', sender.flush);
    return () => {
      window.removeEventListener('pagehide', sender.flush);
      form.removeEventListener('input', keep);
      form.removeEventListener('submit', sender.end);
      sender.end();
    };
  }, [subject, action, savedAt, isGivenBack]);
  return <DraftStateText place={place} state={state} isRestored={isRestored} words={words} locale={locale} />;
}

function hidden(form: HTMLFormElement, name: string): HTMLInputElement | null {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement ? field : null;
}

type TextProps = {
  readonly place: React.RefObject<HTMLOutputElement | null>;
  readonly state: DraftState;
  readonly isRestored: boolean;
  readonly words: KeepWords;
  readonly locale: Props['locale'];
};

function DraftStateText({ place, state, isRestored, words, locale }: TextProps) {
  return (
    <output ref={place} className="grid gap-2 text-sm text-ink-3 empty:hidden">
      {isRestored && <Notice>{words.restored}</Notice>}
      {state.kind === 'saving' && words.saving}
      {state.kind === 'saved' && words.saved.replace('{time}', clockInWords(state.at, locale))}
      {(state.kind === 'offline' || state.kind === 'loggedOut' || state.kind === 'conflict') && (
        <Notice tone="warn">{words[state.kind]}</Notice>
      )}
    </output>
  );
}

/** Forgets what a browser kept of forms of the kind, once one has been sent. */
export function ForgetDrafts({ subject }: Pick<Props, 'subject'>) {
  useEffect(() => forgetJournal(subject), [subject]);
  return null;
}
