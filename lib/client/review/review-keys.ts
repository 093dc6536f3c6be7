/** The keys of the reviewers' bench: one letter each, without a modifier. */
export const KEY_OF = {
  next: 'j',
  previous: 'k',
  open: 'o',
  choose: 'x',
  take: 't',
  approve: 'g',
  return: 'r',
  queue: 'u',
  list: '?',
} as const;
export type ReviewKey = keyof typeof KEY_OF;

const NAMES: ReadonlyMap<string, ReviewKey> = new Map(
  Object.entries(KEY_OF).map(([name, key]) => [key, name as ReviewKey]),
);

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'defaultPrevented' | 'isComposing'
>;

/** Which of them was pressed; null for every other key, and with a modifier. */
export function keyNamed(pressed: Pressed): ReviewKey | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || pressed.defaultPrevented || pressed.isComposing)
    return null;
  return NAMES.get(pressed.key.toLowerCase()) ?? null;
}

const FIELDS =
  'input:not([type=checkbox], [type=radio], [type=submit], [type=button]), textarea, select, [contenteditable]';

/** Whether somebody is writing or choosing there: then letters are letters. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(FIELDS) !== null;
}

const LINES = '[data-queue-line]';

// On a page of its own a case says where its steps are; the decision's ways are known by their ids.
const PLACES: Readonly<Partial<Record<ReviewKey, string>>> = {
  next: '[data-review-key=next]',
  previous: '[data-review-key=previous]',
  queue: '[data-review-key=queue]',
  take: '[data-review-key=take], form[action="/api/review/take"] button',
  approve: '#decision-approve',
  return: '#decision-return',
  list: '#review-keys',
};

/** The line of the list that has the focus, or holds what has. */
function lineAtFocus(lines: readonly HTMLElement[]): number {
  const row = document.activeElement?.closest('tr') ?? null;
  return row === null ? -1 : lines.findIndex((line) => row.contains(line));
}

function pressInList(name: ReviewKey, lines: readonly HTMLElement[]): boolean {
  const at = lineAtFocus(lines);
  switch (name) {
    case 'next':
      lines[Math.min(at + 1, lines.length - 1)]?.focus();
      return true;
    case 'previous':
      lines[Math.max(at - 1, 0)]?.focus();
      return true;
    case 'open':
      (lines[at] ?? lines[0])?.click();
      return true;
    case 'choose': {
      const choice = lines[at]?.closest('tr')?.querySelector<HTMLInputElement>('[data-queue-choice]');
      choice?.click();
      return choice !== null && choice !== undefined;
    }
    default:
      return false;
  }
}

/** Does what a key says, where the page has a place for it: a link or button is pressed, a choice made and stood at. */
export function press(name: ReviewKey): boolean {
  const lines = [...document.querySelectorAll<HTMLElement>(LINES)];
  if (lines.length > 0 && pressInList(name, lines)) return true;
  const selector = PLACES[name];
  const place = selector === undefined ? null : document.querySelector<HTMLElement>(selector);
  if (place === null) return false;
  place.focus();
  if (place.matches('a, button, input')) place.click();
  return true;
}

/** Says the keys on the places they press, for those who are read the page; the answer takes that back. */
export function markShortcuts(keys: readonly ReviewKey[]): () => void {
  const marked = keys.flatMap((name) => {
    const selector = PLACES[name];
    const place = selector === undefined || name === 'list' ? null : document.querySelector(selector);
    place?.setAttribute('aria-keyshortcuts', KEY_OF[name].toUpperCase());
    return place === null ? [] : [place];
  });
  return () => {
    for (const place of marked) place.removeAttribute('aria-keyshortcuts');
  };
}

const STORED = 'review-keys';
const CHANGED = 'review-keys-changed';

/** Kept in this browser: whose hands use it is not the portal's to know. */
export function areKeysOn(): boolean {
  try {
    return localStorage.getItem(STORED) !== 'off';
  } catch {
    // A browser that keeps nothing has them on, as everybody has from the start.
    return true;
  }
}

export function switchKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, 'off');
  } catch {
    return;
  }
  window.dispatchEvent(new Event(CHANGED));
}

export function watchKeys(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  window.addEventListener('storage', listener);
  return () => {
    window.removeEventListener(CHANGED, listener);
    window.removeEventListener('storage', listener);
  };
}
