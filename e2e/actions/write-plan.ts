import type { ByKeyboard } from './by-keyboard.ts';

const ALWAYS = ['Individuellt möte', 'Eget arbete enligt individuell planering'];
const CHOSEN = 'Kartläggning';

/** Fills in the first joint plan, from the top of its page to the bottom. */
export async function writePlan(keyboard: ByKeyboard, goal: string): Promise<void> {
  const { page } = keyboard;
  await keyboard.choose(page.getByRole('radio', { name: 'På plats' }));
  await keyboard.choose(page.getByRole('radio', { name: 'Arbete', exact: true }));
  await keyboard.write(page.getByLabel('Område'), 'bageri och konditori');
  await keyboard.write(page.getByLabel('Målet med era egna ord'), goal);
  for (const activity of [...ALWAYS, CHOSEN]) {
    if (activity === CHOSEN) await keyboard.tick(page.getByRole('checkbox', { name: activity }));
    await keyboard.write(page.getByLabel(`Varför ${activity}`), 'Vi behöver veta vad som passar.');
    await keyboard.write(page.getByLabel(`Mål ${activity}`), 'Tre bagerier att söka hos.');
  }
}
