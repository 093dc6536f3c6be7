import { AR } from '#lib/shared/i18n/catalogue-ar.ts';
import { messagesFor, PARTICIPANT_FEATURES } from '#lib/shared/i18n/catalogue.ts';
import type { Words } from '#lib/shared/i18n/filled-in.ts';
import { flatMessages } from '#lib/shared/i18n/flat-messages.ts';

let swedish: ReadonlySet<string> | undefined;
let names: ReadonlySet<string> | undefined;

/** The words that participants' pages have in Swedish. */
function swedishWords(): ReadonlySet<string> {
  const messages = messagesFor('sv');
  swedish ??= wordsIn(
    Object.fromEntries(PARTICIPANT_FEATURES.map((feature) => [feature, messages[feature]])),
  );
  return swedish;
}

/** What a translator has left in Latin letters is a name: the authority's, the service's, BankID. */
function namesWithin(): ReadonlySet<string> {
  names ??= wordsIn(AR);
  return names;
}

function wordsIn(words: Words): ReadonlySet<string> {
  return new Set(
    flatMessages(words, '').flatMap(([, message]) => latinWords(message.replaceAll(/\{[^}]*\}/gu, ' '))),
  );
}

function latinWords(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{Script=Latin}{3,}/gu) ?? [];
}

/**
 * Swedish words in a text that says it is in Arabic: words of the Swedish catalogue, and any with a Swedish letter. What is kept apart
 * from the text round it (FSI … PDI) is a name, too.
 */
export function foreignWords(text: string): readonly string[] {
  const found = latinWords(text.replaceAll(/[\u2066-\u2068][^\u2069]*\u2069/gu, ' ')).filter(
    (word) => !namesWithin().has(word) && (/[åäö]/u.test(word) || swedishWords().has(word)),
  );
  return found.length === 0 ? [] : [`“${text.trim().slice(0, 100)}”: ${found.slice(0, 5).join(', ')}`];
}
