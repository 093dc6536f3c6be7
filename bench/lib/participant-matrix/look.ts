import { AxeBuilder } from '@axe-core/playwright';
import type { CDPSession, Page } from 'playwright';
import type { Combination } from '#bench/lib/participant-matrix/combinations.ts';
import { foreignWords } from '#bench/lib/participant-matrix/foreign-words.ts';
import { measurePage } from '#bench/lib/participant-matrix/measure-page.ts';
import type { State } from '#bench/lib/participant-matrix/state.ts';
import { lixOf, sentencesOf } from '#scripts/i18n/lix.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Fewer sentences are no text whose ease could be measured. */
const ENOUGH = 3;

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** Looks at the page as it stands. */
export async function look(page: Page, name: string, combination: Combination): Promise<State> {
  await page.waitForLoadState('load');
  return await withScripts(page, combination, async () => {
    const measured = await page.evaluate(measurePage);
    // The portal has no frames of other origins: without the care for them it takes half the time.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(RULES).analyze();
    const sentences = measured.blocks.flatMap(fullSentences);
    const isSwedish = combination.locale !== 'ar';
    return {
      name,
      path: new URL(page.url()).pathname,
      violations: violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
      ),
      sideways: measured.sideways,
      smallTargets: measured.smallTargets,
      lix: isSwedish && sentences.length >= ENOUGH ? lixOf(sentences) : null,
      unmarked: isSwedish ? [] : measured.texts.flatMap(foreignWords),
      keys: measured.texts.filter((text) => /\b[a-z]+(\.[a-zA-Z]+){2,}\b(?!\.(se|com|org))/.test(text)),
    };
  });
}

/** Points within words and figures (08.30, portal.example) end no sentence. */
function fullSentences(block: string): readonly string[] {
  return sentencesOf(block.replaceAll(/[.?!](?=\S)/gu, ' '));
}

/** Whoever examines needs scripts; the page has been made without and stays so. */
async function withScripts<T>(page: Page, { javaScript }: Combination, work: () => Promise<T>): Promise<T> {
  if (javaScript) return await work();
  // A session of its own, which never ends: with it ends what it has switched off, and only what it has can it switch on.
  const opened = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, opened);
  const session = await opened;
  const switchOff = async (value: boolean): Promise<void> => {
    await session.send('Emulation.setScriptExecutionDisabled', { value });
  };
  await switchOff(true);
  await switchOff(false);
  try {
    return await work();
  } finally {
    await switchOff(true);
  }
}
