import { expect, test } from 'vitest';
import { type Run, sentencesOf } from '#lib/client/read-aloud/sentences.ts';

// Which block a text stands in is all that is asked of it here.
function block(): Element {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- compared, never read
  return {} as Element;
}

function read(runs: readonly Run[]): readonly string[] {
  return sentencesOf(runs).map(({ text, lang }) => `${lang}: ${text}`);
}

test('a page is read sentence by sentence, and a heading is one of its own', () => {
  const [heading, text] = [block(), block()];
  expect(
    read([
      { text: 'Välj nu', lang: 'sv', block: heading },
      { text: 'Du kan byta. ', lang: 'sv', block: text },
      { text: 'När', lang: 'sv', block: text },
      { text: ' du\n vill.', lang: 'sv', block: text },
    ]),
  ).toEqual(['sv: Välj nu', 'sv: Du kan byta.', 'sv: När du vill.']);
});

test('what stands in another language is read in it', () => {
  const text = block();
  expect(
    read([
      { text: 'اخترت ', lang: 'ar', block: text },
      { text: 'Mälarsteg AB', lang: 'sv', block: text },
    ]),
  ).toEqual(['ar: اخترت', 'sv: Mälarsteg AB']);
});

test('signs alone are not read', () => {
  expect(read([{ text: ' – · ', lang: 'sv', block: block() }])).toEqual([]);
});
