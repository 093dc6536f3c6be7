import type { Walkers } from '#bench/lib/participant-matrix/people.ts';
import type { Walk } from '#bench/lib/participant-matrix/walk.ts';

/** Journeys of anybody and of participants, each from its first page to its last. They know addresses, not words. */
const JOURNEYS = [publicPages, code, choose, documents, activities, plan, rights, switchProvider];

/** Goes the journeys one after the other; the helped participant is logged in once. */
export async function walkJourneys(walk: Walk, walkers: Walkers): Promise<void> {
  await walk.page.goto('/');
  await walk.takeLanguage();
  await walk.look('start');
  // One after the other.
  // oxlint-disable-next-line no-await-in-loop
  for (const journey of JOURNEYS) await journey(walk, walkers);
}

async function publicPages(walk: Walk): Promise<void> {
  await walk.open('/login', 'login');
  await walk.open('/languages', 'languages');
  await walk.open('/words', 'word list');
  await walk.open('/providers/how-we-count', 'how ratings are counted');
  await walk.open('/providers/map', 'map');
  await walk.open('/providers', 'public search');
  await walk.page.locator('input[name=near]').fill('Köping');
  await walk.press(walk.main('form[action="/providers"] button'), /near=K/, 'public search, near a place');
  await walk.press(
    walk.main('a[href^="/providers/"]').filter({ has: walk.page.locator('bdi') }),
    /^\/providers\/\d+$/,
    'contract',
  );
}

async function code(walk: Walk, walkers: Walkers): Promise<void> {
  await walk.open('/code', 'code');
  const submit = walk.main('form[action="/api/code/open"] button');
  await walk.page.locator('input[name=code]').fill('ABCD EFGH JKLM');
  await walk.press(submit, /trouble=/, 'code that opens nothing');
  await walk.page.locator('input[name=code]').fill(walkers.code);
  await walk.press(submit, /^\/code\/choose$/, 'list by code');
  await walk.press(walk.main('a[href$="/confirm"]'), /\/confirm$/, 'confirm by code');
  await walk.press(walk.main('form[action="/api/code/choose"] button'), /\/done\//, 'receipt by code');
  await walk.press(walk.page.locator('form[action="/api/code/end"] button'), /done=/, 'code is done');
}

async function choose(walk: Walk, walkers: Walkers): Promise<void> {
  await walk.logIn(walkers.chooser);
  await walk.look('home, to choose');
  walk.keys = 0;
  await walk.pressByKeys(walk.main('a[href="/participant/choose"]'), /^\/participant\/choose$/, 'list');
  await walk.pressByKeys(walk.main('a[href$="/confirm"]'), /\/confirm$/, 'confirm');
  const keys = walk.keys;
  await walk.open('/participant/choose/help', 'help to choose');
  await walk.page.locator('input[name=meeting][value=onSite]').check();
  await walk.press(
    walk.main('form[action^="/participant/choose"] button'),
    /meeting=onSite/,
    'list, filtered',
  );
  for (const nth of [0, 1]) await walk.main('input[name=compare]').nth(nth).check();
  await walk.press(walk.main('form[action$="/compare"] button'), /\/compare\?/, 'compare');
  await walk.page.goBack();
  await walk.press(
    walk.main('a[href^="/participant/choose/"]:not([href$="/confirm"], [href$="/help"])'),
    /choose\/[0-9a-f-]{36}$/,
    'office',
  );
  await walk.page.goto(await hrefOf(walk, 'a[href$="/confirm"]'));
  walk.keys = keys;
  await walk.pressByKeys(walk.main('form[action="/api/participant/choose"] button'), /\/done\//, 'receipt');
}

async function documents(walk: Walk, walkers: Walkers): Promise<void> {
  await walk.logIn(walkers.helped);
  await walk.look('home, helped');
  await walk.open('/participant/documents', 'documents');
  await walk.press(
    walk.main('li a[href^="/participant/"]'),
    /^\/participant\/(documents|reports|plan)\//,
    'document',
  );
  await walk.open('/participant/reports', 'reports');
  await walk.press(walk.main('a[href^="/participant/reports/"]'), /reports\/[0-9a-f-]{36}$/, 'report');
  await walk.open('/participant/access', 'who has read');
  await walk.open('/participant/experience', 'experience');
  await walk.open('/participant/sharing', 'sharing');
  await walk.open('/notifications', 'notifications');
}

async function activities(walk: Walk, walkers: Walkers): Promise<void> {
  await atHome(walk, walkers);
  await walk.open('/participant/activities', 'activities');
  await walk.press(
    walk.main('form[action$="/activity-answers/month"] button'),
    /said=confirmed/,
    'month confirmed',
  );
  await walk.press(walk.main('a[href*="dispute="]:visible'), /dispute=/, 'dispute');
  const dispute = walk.main('form#dispute');
  await walk.press(dispute.locator('button'), /attempt=/, 'dispute without a cause');
  await dispute.locator('input[name=cause][value=shorter]').check();
  await dispute.locator('textarea').fill('20');
  await walk.press(dispute.locator('button'), /said=(disputed|held)/, 'disputed');
  const takeBack = walk.main('form:has(input[value=withdrawn]) button:visible');
  await walk.press(takeBack, /said=withdrawn/, 'taken back');
}

async function plan(walk: Walk, walkers: Walkers): Promise<void> {
  await atHome(walk, walkers);
  await walk.open('/participant/plan', 'plan');
  await walk.page.locator('textarea[name=text]').fill('123');
  await walk.press(walk.main('form[action$="/plan-comments"] button'), /commented=/, 'plan, commented');
  await walk.open('/participant/plan/share', 'share');
  await walk.page.locator('input[name=recipient]').fill('SFI');
  await walk.page.locator('input[name=days]').first().check();
  await walk.press(walk.main('form[action$="/plan-shares"] button'), /reveal=/, 'shared');
  const address = (await walk.main('bdi').filter({ hasText: '/shared-plan/' }).first().textContent()) ?? '';
  await walk.elsewhere(new URL(address.trim()).pathname, 'shared plan');
  await walk.press(walk.main('form[action$="/close"] button'), /closed=/, 'link closed');
  await walk.elsewhere(new URL(address.trim()).pathname, 'shared plan, closed');
}

async function rights(walk: Walk, walkers: Walkers): Promise<void> {
  await atHome(walk, walkers);
  await walk.open('/participant/rights', 'rights');
  const form = walk.main('form[action$="/complaints"]');
  await walk.press(form.locator('button'), /attempt=/, 'complaint without words');
  await form.locator('input[name=category]').first().check();
  await form.locator('textarea').fill('1234567890');
  await walk.press(form.locator('button'), /sent=/, 'receipt of a complaint');
}

async function switchProvider(walk: Walk, walkers: Walkers): Promise<void> {
  await atHome(walk, walkers);
  await walk.open('/participant/switch', 'switch, list');
  await walk.press(walk.main('a[href$="/confirm"]'), /\/confirm$/, 'switch, confirm');
  await walk.page.locator('input[name=reason][value=language]').check();
  await walk.page.locator('input[name=sharePlan]').check();
  await walk.press(walk.main('form[action="/api/participant/switch"] button'), /\/done\//, 'switch, receipt');
  await walk.open('/participant', 'home, switching');
  await walk.press(walk.main('form[action$="/undo"] button'), /\/done\//, 'switch, undone');
}

/** Logged in as the helped participant, who may have been so since the journey before. */
async function atHome(walk: Walk, walkers: Walkers): Promise<void> {
  if (walk.loggedIn !== walkers.helped) await walk.logIn(walkers.helped);
}

async function hrefOf(walk: Walk, selector: string): Promise<string> {
  return (await walk.main(selector).first().getAttribute('href')) ?? '';
}
