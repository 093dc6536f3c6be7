import {
  PRESENTATION_TEXTS,
  type PresentationContent,
  type PresentationField,
} from '#lib/domain/administration/presentation.ts';
import { sensitiveParts } from '#lib/domain/text/sensitive-words.ts';

export type RemarkKind = 'identityNumber' | 'health' | 'contact' | 'ranking';

/** Words of a presentation that perhaps should not stand there. */
export type PresentationRemark = {
  readonly field: PresentationField;
  readonly kind: RemarkKind;
  readonly words: string;
};

const CONTACTS = [
  /[^\s@<>(),;]+@[^\s@<>(),;]+\.[a-zåäö]{2,}/giu,
  /(?:https?:\/\/|www\.)\S+/giu,
  // Seven digits or more in groups, as telephone numbers are written; years and times are shorter.
  /(?<![\d-])(?:\+\d{1,3}[ -]?)?\(?\d{2,4}\)?[ -]?\d{2,3}(?:[ -]?\d{2,3}){1,3}(?![\d-])/gu,
];

/** Beginnings of words that rank: participants choose among equals (choice, section 1). */
const RANKING =
  /(?<![\p{L}\p{N}])(?:bäst\p{L}*|bättre än|främst\p{L}*|störst\p{L}*|ledande|nummer ett|nr 1|högst betyg|topp\p{L}*|garanter\p{L}*|överlägs\p{L}*|marknadsledande|unik\p{L}*|best|better than|leading|number one|top-rated|guarantee\p{L}*)(?![\p{L}\p{N}])/giu;

function contactsIn(text: string): readonly string[] {
  return CONTACTS.flatMap((pattern) => [...text.matchAll(pattern)].map(([found]) => found.trim())).filter(
    (found) => /[@/]|www\./i.test(found) || found.replaceAll(/\D/g, '').length >= 7,
  );
}

function remarksOn(field: PresentationField, text: string): readonly PresentationRemark[] {
  const sensitive = sensitiveParts(text);
  const numbers = new Set(sensitive.map(({ words }) => words));
  const contacts = contactsIn(text).filter((words) => !numbers.has(words));
  const rankings = [...text.matchAll(RANKING)].map(([words]) => words);
  return [
    ...sensitive,
    ...[...new Set(contacts)].map((words) => ({ kind: 'contact' as const, words })),
    ...[...new Set(rankings)].map((words) => ({ kind: 'ranking' as const, words })),
  ].map((remark) => ({ field, ...remark }));
}

/**
 * What is pointed out in a presentation before it is sent, and to whoever reviews it: identity numbers, mail addresses, links
 * and telephone numbers (the office's own stand beside it), ranking claims, and words of health. Never refused for it.
 */
export function presentationRemarks(content: PresentationContent): readonly PresentationRemark[] {
  return PRESENTATION_TEXTS.flatMap((field) => remarksOn(field, content[field]));
}
