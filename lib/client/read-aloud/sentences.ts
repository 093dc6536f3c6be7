/** Something to be read in one breath, and the language that it is in. */
export interface Sentence {
  readonly text: string;
  readonly lang: string;
}

/** A run of text within one block, in one language. */
export interface Run {
  readonly text: string;
  readonly lang: string;
  readonly block: Element;
}

/** Each text that is shown in a part of the page, with the block that it stands in. */
export function* runsIn(part: Element): Generator<Run> {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    const text = walker.currentNode.textContent ?? '';
    if (parent === null || text.trim() === '' || !isShown(parent)) continue;
    yield {
      text,
      lang: parent.closest('[lang]')?.getAttribute('lang') ?? document.documentElement.lang,
      block: blockOf(parent),
    };
  }
}

function isShown(element: Element): boolean {
  return element.closest('[aria-hidden="true"], select, script') === null && element.checkVisibility();
}

function blockOf(element: Element): Element {
  let block = element;
  while (block.parentElement !== null && /^(inline|contents)/.test(getComputedStyle(block).display))
    block = block.parentElement;
  return block;
}

/** Runs as sentences: one never goes on from block to block, or from one language into another. */
export function sentencesOf(runs: Iterable<Run>): readonly Sentence[] {
  const parts: { text: string; lang: string; block: Element | null }[] = [];
  for (const { text, lang, block } of runs) {
    const last = parts.at(-1);
    if (last !== undefined && last.block === block && last.lang === lang) last.text += text;
    else parts.push({ text, lang, block });
  }
  return parts.flatMap(({ text, lang }) => split(text.replaceAll(/\s+/gu, ' '), lang));
}

function split(text: string, lang: string): readonly Sentence[] {
  const segments = new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text);
  return [...segments]
    .map(({ segment }) => ({ text: segment.trim(), lang }))
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence.text));
}
