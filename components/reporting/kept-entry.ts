// What was typed when a form was sent, kept in this tab only: a session that has ended sends its form to the login page,
// and what stood in it would be lost. It is given back once, to the same person.

const KEY = 'portal.log.entry';
/** Of the request itself, not of what was typed. */
const OWN_FIELDS = new Set(['idempotencyKey', 'back']);

type Typed = readonly (readonly [name: string, value: string])[];

export function keepForm(owner: string, form: HTMLFormElement): void {
  const typed = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && !OWN_FIELDS.has(name) ? [[name, value]] : [],
  );
  sessionStorage.setItem(KEY, JSON.stringify({ owner, typed }));
}

/** What was kept for this person, or null. */
export function recallForm(owner: string): Typed | null {
  const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
  if (typeof kept !== 'object' || kept === null || !('owner' in kept) || kept.owner !== owner) return null;
  if (!('typed' in kept) || !Array.isArray(kept.typed)) return null;
  return kept.typed.filter(
    (pair): pair is [string, string] => Array.isArray(pair) && pair.every((part) => typeof part === 'string'),
  );
}

export function forgetForm(): void {
  sessionStorage.removeItem(KEY);
}

/** Puts what was typed back into the form's own fields. */
export function fillForm(form: HTMLFormElement, typed: Typed): void {
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && field.type === 'radio') {
      field.checked = typed.some(([name, value]) => name === field.name && value === field.value);
    } else if (
      (field instanceof HTMLInputElement && field.type !== 'checkbox' && field.type !== 'hidden') ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement
    ) {
      const last = typed.findLast(([name]) => name === field.name);
      if (last !== undefined) field.value = last[1];
    }
  }
}
