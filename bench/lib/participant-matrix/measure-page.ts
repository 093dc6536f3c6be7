/** What a page says of itself. */
export type Measured = {
  readonly sideways: number;
  readonly smallTargets: readonly string[];
  /** The text of main, block by block; what others have written (marked with its own language) is left out. */
  readonly blocks: readonly string[];
  /** Every text of the page that is in its own language. */
  readonly texts: readonly string[];
};

/**
 * Runs in the page, and can use nothing from outside of itself.
 *
 * Targets are links, buttons, fields and what opens, 44 px each way at least. Excepted are links in running text (WCAG 2.5.8,
 * inline), which stand in line with other words of their block, and what nobody sees until the keyboard is there (the skip link).
 * A box or a radio button is as large as it and its label together: both are pressed.
 */
export function measurePage(): Measured {
  const LEAST = 44;
  const root = document.documentElement;
  const language = root.lang;

  const isShown = (element: Element): boolean => {
    const box = element.getBoundingClientRect();
    const { clipPath, visibility } = getComputedStyle(element);
    return (
      element.checkVisibility() &&
      visibility !== 'hidden' &&
      box.width > 1 &&
      box.height > 1 &&
      box.right > 0 &&
      box.bottom + scrollY > 0 &&
      clipPath === 'none'
    );
  };
  const blockOf = (element: Element): Element => {
    // What a picture is called and says are two.
    if (element instanceof SVGElement) return element;
    let block = element;
    while (
      block.parentElement !== null &&
      block !== document.body &&
      /^(inline|contents)/.test(getComputedStyle(block).display)
    )
      block = block.parentElement;
    return block;
  };
  const isInText = (target: Element): boolean => {
    if (!(target instanceof HTMLAnchorElement) || getComputedStyle(target).display !== 'inline') return false;
    const block = blockOf(target);
    const others = (block.textContent ?? '').length - (target.textContent ?? '').length;
    return block !== target && others > 1;
  };
  const sizeOf = (target: Element): { readonly width: number; readonly height: number } => {
    const label =
      target instanceof HTMLInputElement && /^(checkbox|radio)$/.test(target.type)
        ? target.labels?.[0]
        : null;
    const boxes = [target, ...(label == null ? [] : [label])].map((element) =>
      element.getBoundingClientRect(),
    );
    return {
      width: Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left)),
      height: Math.max(...boxes.map(({ bottom }) => bottom)) - Math.min(...boxes.map(({ top }) => top)),
    };
  };
  const targets = document.querySelectorAll(
    'a[href], button, input:not([type=hidden]), select, textarea, summary',
  );
  const smallTargets = [...targets]
    .filter((target) => isShown(target) && !isInText(target))
    .map((target) => ({ target, size: sizeOf(target) }))
    .filter(({ size: { width, height } }) => width < LEAST - 0.5 || height < LEAST - 0.5)
    .map(({ target, size }) => {
      const said =
        (target.textContent ?? '').trim() || target.getAttribute('name') || target.getAttribute('aria-label');
      return `${target.tagName.toLowerCase()} “${said}” ${size.width.toFixed(1)} × ${size.height.toFixed(1)}`;
    });

  const others = `[lang]:not([lang="${language}"]), bdi, script, style, template, noscript`;
  const blocks = new Map<Element, string>();
  const texts: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const main = document.querySelector('main');
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = node.textContent ?? '';
    if (parent === null || text.trim() === '' || parent.closest('script, style, template, noscript') !== null)
      continue;
    const isOwn = parent.closest(others) === null;
    if (isOwn) texts.push(text);
    if (main?.contains(parent) !== true) continue;
    const block = blockOf(parent);
    blocks.set(block, `${blocks.get(block) ?? ''}${isOwn ? text : ' namn '}`);
  }
  return {
    sideways: root.scrollWidth - root.clientWidth,
    smallTargets,
    blocks: [...blocks.values()].map((text) => text.replaceAll(/\s+/gu, ' ')),
    texts,
  };
}
