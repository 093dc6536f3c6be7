/** What was typed into a form: its fields by name, ticked boxes and chosen options among them. */
export type Typed = readonly (readonly [name: string, value: string])[];

/** Hours for which it is kept: what was typed yesterday is not what somebody expects to find. */
const KEPT_HOURS = 12;

const HOUR_MS = 3_600_000;

type Kept = { readonly version: number; readonly at: number; readonly typed: Typed };

function keyOf(subject: string): string {
  return `typed ${subject}`;
}

/** What is kept in this tab for the subject and version, or null. Anything else under its key is forgotten. */
export function typedIn(subject: string, version: number): Typed | null {
  const text = sessionStorage.getItem(keyOf(subject));
  if (text === null) return null;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by keepTyped below, in this tab
  const kept = JSON.parse(text) as Kept;
  if (kept.version === version && Date.now() - kept.at < KEPT_HOURS * HOUR_MS) return kept.typed;
  forgetTyped(subject);
  return null;
}

/** Keeps what stands in a form, without its hidden fields. */
export function keepTyped(subject: string, version: number, form: HTMLFormElement): void {
  const kept: Kept = { version, at: Date.now(), typed: readTyped(form) };
  sessionStorage.setItem(keyOf(subject), JSON.stringify(kept));
}

/** What stands in a form, without its hidden fields. */
export function readTyped(form: HTMLFormElement): Typed {
  return controlsOf(form).flatMap((control): Typed => {
    const isTicked = !isTickable(control) || control.checked;
    return isTicked ? [[control.name, control.value]] : [];
  });
}

export function forgetTyped(subject: string): void {
  sessionStorage.removeItem(keyOf(subject));
}

/** Puts what was kept back into its form. */
export function fillIn(form: HTMLFormElement, typed: Typed): void {
  const pairs = new Set(typed.map(([name, value]) => `${name}\n${value}`));
  const values = new Map(typed);
  for (const control of controlsOf(form)) {
    if (isTickable(control)) control.checked = pairs.has(`${control.name}\n${control.value}`);
    else control.value = values.get(control.name) ?? control.value;
  }
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function controlsOf(form: HTMLFormElement): readonly Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement && element.type !== 'hidden') ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement,
  );
}

function isTickable(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio');
}
