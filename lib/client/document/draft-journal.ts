import type { Typed } from '#lib/client/plan/typed-form.ts';

/** What was typed and is not known to be on the server, and when (milliseconds since 1970). */
export type JournalEntry = { readonly at: number; readonly typed: Typed };

const PREFIX = 'draft ';

/** What is kept in this browser of a form, over killed tabs and lost connections; null where all is saved. */
export function journalled(subject: string): JournalEntry | null {
  const text = localStorage.getItem(PREFIX + subject);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by keepInJournal below, in this browser
  return text === null ? null : (JSON.parse(text) as JournalEntry);
}

export function keepInJournal(subject: string, entry: JournalEntry): void {
  localStorage.setItem(PREFIX + subject, JSON.stringify(entry));
}

/** Forgets a form, or all of them that begin so: what they held is on the server. */
export function forgetJournal(subject: string): void {
  for (const key of Object.keys(localStorage))
    if (key.startsWith(PREFIX + subject)) localStorage.removeItem(key);
}
