import type { Page } from '@playwright/test';
import { logIn, logOut } from './actions/log-in.ts';
import { expectSoundPage } from './expects/sound-page.ts';
import { expect, test } from './portal-test.ts';

const INTAKE = /^Karin Björk/;
const COACH = /^Amina Warsame/;
const COVERED = /^Tesfay Gebre/;

/** Participants get a coach, are handed over and covered for; one of them on a card with everything in one place. */
test.describe.configure({ mode: 'serial' });

/** Goes on with the keyboard alone until what is wanted has the focus. */
async function tabTo(page: Page, wanted: ReturnType<Page['getByRole']>): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one press after the other
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    // oxlint-disable-next-line no-await-in-loop -- one press after the other
    await page.keyboard.press('Tab');
  }
  await expect(wanted).toBeFocused();
}

test('several new participants get a coach by keyboard alone, each coach’s load in sight; it can be undone', async ({
  page,
}) => {
  await logIn(page, INTAKE, '/provider/intake');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nya deltagare');
  await expectSoundPage(page);
  const boxes = page.getByRole('checkbox', { name: /^Välj / });
  const many = await boxes.count();
  expect(many).toBeGreaterThan(1);
  const johan = page.getByRole('radio', { name: /^Johan Lindqvist/ });
  await expect(page.getByText(/av högst 50/).first()).toBeVisible();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);

  const asha = page.getByRole('checkbox', { name: 'Välj Asha Farah' });
  const ewa = page.getByRole('checkbox', { name: 'Välj Ewa Nowak' });
  await tabTo(page, ewa);
  await page.keyboard.press('Space');
  await asha.focus();
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('radio').first());
  await johan.focus();
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('button', { name: 'Utse handledare' }));
  await page.keyboard.press('Enter');
  // Johan works in Karlskrona: Ewa is in Västerås. Nothing is done, and it says why.
  await expect(page.locator('#error-summary')).toBeFocused();
  await expect(page.locator('#error-summary')).toContainText('Johan Lindqvist kan inte ha Ewa Nowak');
  await expect(ewa).toBeChecked();
  await expect(asha).toBeChecked();
  await expectSoundPage(page);

  await ewa.focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Utse handledare' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('En deltagare har fått Johan Lindqvist som handledare.')).toBeVisible();
  await expect(boxes).toHaveCount(many - 1);
  await page.getByRole('button', { name: 'Ångra' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Det är ångrat.')).toBeVisible();
  await expect(boxes).toHaveCount(many);
});

test('a coach’s participants are handed over in one go, after a preview of how many each then has', async ({
  page,
}) => {
  await logIn(page, INTAKE, '/provider/intake/coaches');
  await expectSoundPage(page);
  await page.getByRole('link', { name: 'Lämna över för Tesfay Gebre' }).click();
  await page.getByRole('radio', { name: 'Bara dem jag kryssar för' }).check();
  const first = page.getByRole('group', { name: 'Deltagare' }).getByRole('checkbox').first();
  await first.check();
  await page.getByRole('checkbox', { name: /^Elif Demir/ }).check();
  await page.getByRole('button', { name: 'Förhandsvisa' }).click();
  await expect(page.getByRole('heading', { name: 'Så blir det' })).toBeVisible();
  await expect(page.getByRole('row', { name: /Elif Demir.*\+1/ })).toBeVisible();
  await expectSoundPage(page);
  await page.getByRole('button', { name: 'Lämna över en deltagare' }).click();
  await expect(page.getByText('En deltagare är överlämnad till Elif Demir.')).toBeVisible();
  await page.getByRole('button', { name: 'Ångra' }).click();
  await expect(page.getByText('Det är ångrat.')).toBeVisible();
});

test('cover is arranged, an overlapping one is named, and both coaches see it', async ({ page }) => {
  await logIn(page, INTAKE, '/provider/intake/coaches');
  await expect(page.getByText('Elif Demir täcker för Tesfay Gebre').first()).toBeVisible();
  await page.getByRole('link', { name: 'Täck frånvaro för Tesfay Gebre' }).click();
  await page.getByLabel('Sista dagen borta').fill(await page.getByLabel('Första dagen borta').inputValue());
  await page.getByRole('radio', { name: /^Elif Demir/ }).check();
  await page.getByRole('button', { name: 'Lägg in täckningen' }).click();
  await expect(page.locator('#error-summary')).toContainText('Elif Demir täcker redan för Tesfay Gebre');
  await expectSoundPage(page);
  await logOut(page);
  await logIn(page, COVERED, '/provider');
  await expect(page.getByText(/Elif Demir täcker för dig till och med/)).toBeVisible();
  await expectSoundPage(page);
});

test('the card has everything in one place; a reference leads straight to it', async ({ page }) => {
  await logIn(page, COACH, '/provider/participants');
  await page.getByLabel('Sök namn eller genomförandereferens').fill('Olena');
  await page.getByRole('button', { name: 'Visa' }).click();
  const line = await page.getByRole('row', { name: /Olena Kovalenko/ }).innerText();
  const reference = /\d{9}/.exec(line)?.[0] ?? '';
  await page.getByLabel('Sök namn eller genomförandereferens').fill(reference);
  await page.getByRole('button', { name: 'Visa' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Olena Kovalenko');
  for (const title of [
    'Gemensam planering',
    'Rapporter',
    'Handlingar',
    'Händelser',
    'Erfarenhet',
    'Kontakter',
  ])
    await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Erfarenhet' })).toContainText(
    'Bokhållare, Charkiv, 2011–2022',
  );
  await expectSoundPage(page);
});

test('the identity number is asked for with a reason and shown once, never in the address', async ({
  page,
}) => {
  await logIn(page, COACH, '/provider/participants?q=Olena');
  await page.getByRole('link', { name: 'Olena Kovalenko' }).click();
  const identity = page.locator('#identity');
  await expect(identity).not.toContainText(/\d{8}-\d{4}/);
  await identity.getByText('Visa personnumret').first().click();
  await identity.getByRole('radio', { name: 'Annat' }).check();
  await identity.getByRole('button', { name: 'Visa personnumret' }).click();
  await expect(page.locator('#error-summary')).toContainText('Skriv vad numret behövs till.');
  await identity.getByRole('radio', { name: 'Kontakt med Arbetsförmedlingen' }).check();
  await identity.getByRole('button', { name: 'Visa personnumret' }).click();
  await expect(identity).toContainText('19880314-');
  // Ids apart: they may hold as many digits in a row by chance.
  expect(page.url().replaceAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, '')).not.toMatch(/\d{6,8}-?\d{4}/);
  await expectSoundPage(page);
  await page.reload();
  await expect(identity).toContainText('Numret visas bara en gång.');
  await expect(identity).not.toContainText('19880314-');
});

test('what is written down of experience keeps its earlier versions', async ({ page }) => {
  await logIn(page, COACH, '/provider/participants?q=Olena');
  await page.getByRole('link', { name: 'Olena Kovalenko' }).click();
  const experience = page.getByRole('region', { name: 'Erfarenhet' });
  const save = experience.getByRole('button', { name: 'Spara erfarenheten' });
  await experience.getByText('Lägg till erfarenhet').click();
  await experience.getByLabel('Vad är det?').selectOption('Arbete');
  await experience.getByLabel('Yrke, utbildning, behörighet eller språk').fill('Butiksbiträde');
  await experience.getByLabel('Från år').fill('1890');
  await save.click();
  await expect(page.locator('#error-summary')).toContainText('Första året stämmer inte.');
  await experience.getByLabel('Från år').fill('2023');
  await save.click();
  await expect(page.getByText('Uppgiften är sparad.')).toBeVisible();
  await expect(experience).toContainText('Butiksbiträde, sedan 2023');
  await experience.getByRole('link', { name: 'Ändra Butiksbiträde' }).click();
  await experience.getByLabel('Yrke, utbildning, behörighet eller språk').fill('Butikssäljare');
  await save.click();
  await expect(experience).toContainText('Butikssäljare, sedan 2023');
  await expect(experience).toContainText('En tidigare version');
  // The participant's own words are theirs to change.
  await expect(experience.getByRole('link', { name: 'Ändra Körkort B' })).toHaveCount(0);
});
