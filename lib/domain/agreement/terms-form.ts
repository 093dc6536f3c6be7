import { TERMS_MEMBERS, type TermsMember } from '#lib/domain/agreement/terms-member.ts';
import {
  permilleFromTyped,
  plainText,
  typedFromPermille,
  wholeFromTyped,
} from '#lib/domain/agreement/typed-value.ts';
import { dig } from '#lib/domain/compensation/reader.ts';

/** The document that was typed into the fields of the terms, right or wrong; what cannot be read stands in it as text. */
export function termsFromForm(form: unknown): Readonly<Record<string, unknown>> {
  const document: Record<string, unknown> = {};
  for (const [path, { unit }] of Object.entries(TERMS_MEMBERS)) {
    const text = plainText(dig(form, ...path.split('.')));
    if (text.trim() === '') continue;
    const value = unit === 'permille' ? permilleFromTyped(text) : wholeFromTyped(text);
    const [outer = path, inner] = path.split('.');
    if (inner === undefined) document[outer] = value;
    else document[outer] = { ...(document[outer] as object | undefined), [inner]: value };
  }
  return document;
}

/** What stands in the field of a member when the document is opened in the form. */
export function typedTermsAt(document: unknown, path: string): string {
  const value = dig(document, ...path.split('.'));
  return TERMS_MEMBERS[path]?.unit === 'permille' ? typedFromPermille(value) : plainText(value);
}

/** A value of the terms as people read it. */
export function termsValueWords({ unit }: TermsMember, value: unknown): string {
  const counted = (one: string, many: string) => `${plainText(value)} ${value === 1 ? one : many}`;
  switch (unit) {
    case 'dayOfMonth':
      return `den ${plainText(value)}`;
    case 'minutes':
      return counted('minut', 'minuter');
    case 'hours':
      return counted('timme', 'timmar');
    case 'days':
      return counted('dag', 'dagar');
    case 'workdays':
      return counted('arbetsdag', 'arbetsdagar');
    case 'months':
      return counted('månad', 'månader');
    case 'number':
      return plainText(value);
    case 'seconds':
      return counted('sekund', 'sekunder');
    case 'participants':
      return counted('deltagare', 'deltagare');
    case 'kilometres':
      return `${plainText(value)} km`;
    case 'permille':
      return `${typedFromPermille(value)} %`;
  }
}
