import type { Page } from '@playwright/test';
import { countKeys } from './actions/count-keys.ts';
import { logIn } from './actions/log-in.ts';
import { rowsOf } from './database.ts';
import { expectSoundPage } from './expects/sound-page.ts';
import { expect, test } from './portal-test.ts';

/** No other journey uses these four persons: what they have done since is what is done here. */
const BEGAN = new Date();

/** Looks at a page in every look where scripts run; elsewhere only walks on: the pages are the same HTML. */
type Look = (page: Page) => Promise<void>;

const WAYS = [
  {
    name: 'with JavaScript',
    javaScriptEnabled: true,
    chooser: /^Andriy Shevchuk/,
    choose: chooseLooking,
    switcher: /^Olena Kovalenko/,
    look: expectSoundPage,
  },
  {
    name: 'without JavaScript',
    javaScriptEnabled: false,
    chooser: /^Abdi Hassan/,
    choose: chooseByKeyboard,
    switcher: /^Kent Nordin/,
    look: async () => undefined,
  },
] as const;

/** Looks at each page on the way; in another tab an earlier answer is still to be given. */
async function chooseLooking(page: Page, person: RegExp, look: Look): Promise<void> {
  await logIn(page, person);
  await expect(page).toHaveURL(/\/participant$/);
  await look(page);
  await page.goto('/participant/choose');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Välj vem som ska hjälpa dig');
  await look(page);
  await page.getByText('Sök på namn eller välj ut').click();
  await page.getByLabel('Sök på namn', { exact: true }).fill('Björk');
  await page.getByRole('button', { name: 'Visa' }).click();
  await expect(page.getByRole('heading', { name: 'En som kan hjälpa dig' })).toBeVisible();
  await page
    .getByRole('link', { name: /^Läs mer/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Björkängen');
  await look(page);
  await page
    .getByRole('link', { name: /^Välj .*Björkängen/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Vill du välja .*Björkängen.*\?$/);
  await look(page);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await page.getByRole('button', { name: /^Ja, välj/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Du har valt .*Björkängen/);
  await look(page);
  // The receipt stays where it is.
  await page.goto(page.url());
  await expect(page.getByText('Du valde')).toBeVisible();
  await other.getByRole('button', { name: /^Ja, välj/ }).click();
  await expect(other.locator('#error-summary')).toContainText('Det finns redan någon som ska hjälpa dig');
  await expect(other.getByRole('link', { name: 'Byt leverantör' }).last()).toBeVisible();
  await other.close();
}

/** From the first page to the receipt with a keyboard alone, typing nothing. */
async function chooseByKeyboard(page: Page, person: RegExp): Promise<void> {
  await logIn(page, person);
  await expect(page).toHaveURL(/\/participant$/);
  const keys = countKeys(page);
  const main = page.getByRole('main');
  await keys.skip();
  await keys.press(main.getByRole('link', { name: 'Välj leverantör' }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Välj vem som ska hjälpa dig');
  await keys.skip();
  await keys.press(main.getByRole('link', { name: /^Välj / }).first());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Vill du välja/);
  await keys.skip();
  await keys.press(main.getByRole('button', { name: /^Ja, välj/ }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Du har valt/);
  expect(keys.presses()).toBeLessThanOrEqual(15);
}

async function switchProvider(page: Page, person: RegExp, look: Look): Promise<void> {
  await logIn(page, person, '/participant/switch');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Byt leverantör');
  await look(page);
  await page
    .getByRole('link', { name: /^Byt till/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Vill du byta till/);
  await look(page);
  await page.getByLabel('Språket').check();
  await page.getByLabel('De får läsa min plan').check();
  await page.getByRole('button', { name: /^Ja, byt till/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Du byter till/);
  await look(page);
}

async function undo(page: Page, look: Look): Promise<void> {
  await page.goto('/participant');
  await look(page);
  await page.getByRole('button', { name: 'Ångra bytet' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Du har ångrat bytet');
}

/** What a person's choices and switches have left in the database, but for what differs between any two persons. */
async function left(name: string): Promise<unknown> {
  return await rowsOf(
    `SELECT
      (SELECT json_agg(json_build_object('choice', l.choice, 'cancelled', l.cancelled_at IS NOT NULL, 'endReason', l.end_reason, 'coach', l.coach_person_id,
          'periods', (SELECT count(*) FROM service_period s WHERE s.placement_id = l.id)) ORDER BY l."from") FROM placement l WHERE l.participant_id = d.id
          AND (l."from" > now() - interval '1 day' OR l.cancelled_at IS NOT NULL)) AS placements,
      (SELECT json_agg(json_build_object('kind', c.kind, 'assisted', c.assisted, 'self', c.made_by_person_id = p.id)) FROM choice c
          WHERE c.participant_id = d.id AND c.made_at > $2 AND c.made_by_person_id IS NOT NULL) AS choices,
      (SELECT json_agg(json_build_object('reason', w.reason, 'plan', w.share_plan, 'finalReport', w.share_final_report, 'undone', w.undone_at IS NOT NULL))
          FROM provider_switch w WHERE w.participant_id = d.id) AS switches,
      (SELECT json_agg(a.action ORDER BY a.id) FROM audit_entry a WHERE a.person_id = p.id AND a.role = 'participant' AND a.outcome = 'done'
          AND a.at > $2 AND a.action NOT LIKE 'session.%' AND a.action !~ '^log(in|out)') AS actions
    FROM person p JOIN participant d ON d.person_id = p.id WHERE p.given_name || ' ' || p.family_name = $1`,
    [name, BEGAN],
  );
}

for (const { name, javaScriptEnabled, chooser, choose, switcher, look } of WAYS) {
  test.describe(name, () => {
    test.use({ javaScriptEnabled });

    test('a participant chooses a provider and gets a receipt that stays', async ({ page }) => {
      await choose(page, chooser, look);
    });

    test('a participant switches provider, and undoes it', async ({ page }) => {
      await switchProvider(page, switcher, look);
      await undo(page, look);
    });
  });
}

test('both ways leave the same rows', async () => {
  const chosen = await left('Andriy Shevchuk');
  expect(chosen).toMatchObject([
    {
      choices: [{ kind: 'active', assisted: false, self: true }],
      actions: expect.arrayContaining([expect.stringContaining('choice')]),
    },
  ]);
  expect(await left('Abdi Hassan')).toEqual(chosen);
  const switched = await left('Olena Kovalenko');
  expect(switched).toMatchObject([
    { switches: [{ reason: 'language', plan: true, finalReport: false, undone: true }] },
  ]);
  expect(await left('Kent Nordin')).toEqual(switched);
});

test('a participant reads what was reported, and never sees money', async ({ page }) => {
  await logIn(page, /^Marta Silva/, '/participant/reports');
  await expectSoundPage(page);
  await page.getByRole('main').getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectSoundPage(page);
  await expect(page.getByRole('main')).not.toContainText(/\bkr\b/);
});

test('anyone finds a provider without logging in', async ({ page }) => {
  await page.goto('/');
  await expectSoundPage(page);
  await page.getByRole('link', { name: 'Se leverantörerna' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Leverantörer med avtal');
  await expectSoundPage(page);
});
