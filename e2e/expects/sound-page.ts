import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { inEveryLook } from '../looks.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Rules that the dark can answer otherwise: all else is the same page, examined in the light at the same width. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/**
 * What holds for every page, on a phone and at a desk, light and dark: one h1, nothing to scroll sideways, no accessibility
 * fault (WCAG 2.2 A and AA, and best practice), every text in the catalogue.
 */
export async function expectSoundPage(page: Page): Promise<void> {
  await expect(page.locator('h1')).toHaveCount(1);
  await inEveryLook(page, async ({ width, colorScheme }) => {
    const where = `${page.url()} at ${width} px, ${colorScheme}`;
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways, `${where}: scrolls sideways`).toBeLessThanOrEqual(0);
    // The portal has no frames of other origins: without the care for them it takes half the time.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    const { violations } = await (colorScheme === 'dark'
      ? axe.withRules(RULES_OF_COLOUR)
      : axe.withTags(RULES)
    ).analyze();
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    );
    expect(found, where).toEqual([]);
  });
  // next-intl shows the key itself where a text is missing.
  expect(await page.locator('body').innerText()).not.toMatch(/\b[a-z]+(\.[a-zA-Z]+){2,}\b(?!\.(se|com|org))/);
}
