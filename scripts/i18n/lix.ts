import {
  isLiteralElement,
  isPluralElement,
  isSelectElement,
  isTagElement,
  type MessageFormatElement,
  parse,
} from '@formatjs/icu-messageformat-parser';

/** What a message says with the most common of its forms; what is put in counts as one short word. */
function spoken(elements: readonly MessageFormatElement[]): string {
  return elements
    .map((element) => {
      if (isPluralElement(element) || isSelectElement(element))
        return spoken(element.options['other']?.value ?? []);
      if (isTagElement(element)) return spoken(element.children);
      return isLiteralElement(element) ? element.value : 'namn';
    })
    .join('');
}

/** The full sentences of a text: headings, labels and buttons have no end, and are none. */
export function sentencesOf(text: string): readonly string[] {
  return text.match(/[^.!?]*\p{L}[^.!?]*[.!?]/gu) ?? [];
}

/** The full sentences that a message says. */
export function sentencesIn(message: string): readonly string[] {
  return sentencesOf(spoken(parse(message)));
}

/** LIX: words ÷ sentences + 100 × words of more than six letters ÷ words. */
export function lixOf(sentences: readonly string[]): number {
  const words = sentences.flatMap((sentence) => sentence.match(/\p{L}+/gu) ?? []);
  const long = words.filter((word) => word.length > 6);
  return words.length / sentences.length + (100 * long.length) / words.length;
}
