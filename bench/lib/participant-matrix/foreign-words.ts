import { messagesFor, PARTICIPANT_FEATURES } from '#lib/shared/i18n/catalogue.ts';
import { flatMessages } from '#lib/shared/i18n/flat-messages.ts';

/** Names, and what is written the same in every language: the authority, courses, kinds of files. */
const EVERYWHERE = new Set(['arbetsförmedlingen', 'sfi', 'api', 'csv', 'json', 'rom', 'mail']);

let swedish: ReadonlySet<string> | undefined;

/** The words that participants' pages have in Swedish. */
function swedishWords(): ReadonlySet<string> {
  swedish ??= new Set(
    PARTICIPANT_FEATURES.flatMap((feature) => flatMessages(messagesFor('sv')[feature], feature)).flatMap(
      ([, message]) =>
        message
          .replaceAll(/\{[^}]*\}/gu, ' ')
          .toLowerCase()
          .match(/\p{Script=Latin}{3,}/gu) ?? [],
    ),
  );
  return swedish;
}

/**
 * Swedish words in a text that says it is in another language: words of the Swedish catalogue, and any with a Swedish letter. What is
 * kept apart from the text round it (FSI … PDI) is a name.
 */
export function foreignWords(text: string): readonly string[] {
  const words =
    text.replaceAll(/[\u2066-\u2068][^\u2069]*\u2069/gu, ' ').match(/\p{Script=Latin}{3,}/gu) ?? [];
  const found = words.filter(
    (word) =>
      !EVERYWHERE.has(word.toLowerCase()) && (/[åäö]/iu.test(word) || swedishWords().has(word.toLowerCase())),
  );
  return found.length === 0 ? [] : [`“${text.trim().slice(0, 100)}”: ${found.slice(0, 5).join(', ')}`];
}
