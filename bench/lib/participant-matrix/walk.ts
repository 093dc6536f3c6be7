import type { Browser, BrowserContext, Locator, Page } from 'playwright';
import type { Combination } from '#bench/lib/participant-matrix/combinations.ts';
import { look } from '#bench/lib/participant-matrix/look.ts';
import type { State } from '#bench/lib/participant-matrix/state.ts';
import { LOCALE_COOKIE } from '#lib/shared/i18n/locale.ts';

const HEIGHTS = { 320: 720, 1280: 900 } as const;

/** Farther from where one is than this nothing is looked for. */
const MOST_TABS = 12;

/** Somebody who goes through the portal in one combination, and looks at what they meet. */
export class Walk {
  readonly page: Page;
  readonly combination: Combination;
  readonly states: State[] = [];
  /** What the browser complained of. */
  readonly complaints: string[] = [];
  /** Keys pressed so far, by those who press keys. */
  keys = 0;
  /** Who is logged in, as the identity provider calls them. */
  loggedIn: string | null = null;
  readonly #context: BrowserContext;

  private constructor(context: BrowserContext, page: Page, combination: Combination) {
    this.#context = context;
    this.page = page;
    this.combination = combination;
    context.on('console', (message) => {
      // A refused form is answered with its page again; browsers call the status of any failed request an error.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        this.complaints.push(`${page.url()}: ${message.text()}`);
    });
    context.on('weberror', (error) => this.complaints.push(error.error().message));
  }

  static async begin(browser: Browser, baseURL: string, combination: Combination): Promise<Walk> {
    const { javaScript, scheme, width } = combination;
    const context = await browser.newContext({
      baseURL,
      javaScriptEnabled: javaScript,
      viewport: { width, height: HEIGHTS[width] },
      colorScheme: scheme === 'dark' ? 'dark' : 'light',
      forcedColors: scheme === 'forced' ? 'active' : 'none',
      // Without motion no colour is caught on its way to another.
      reducedMotion: 'reduce',
      locale: 'sv-SE',
      timezoneId: 'Europe/Stockholm',
    });
    context.setDefaultTimeout(15_000);
    return new Walk(context, await context.newPage(), combination);
  }

  async end(): Promise<void> {
    await this.#context.close();
  }

  /** Opens an address and looks. */
  async open(path: string, name: string): Promise<void> {
    await this.page.goto(path);
    await this.look(name);
  }

  /** Presses what leads on, and looks at what comes. */
  async press(target: Locator, to: RegExp, name: string): Promise<void> {
    await this.#arrive(to, async () => await target.first().click());
    await this.look(name);
  }

  /** The same with keys alone, typing nothing: past what stands on every page where one begins there, on to what leads on, and in. */
  async pressByKeys(target: Locator, to: RegExp, name: string): Promise<void> {
    const wanted = target.first();
    await wanted.waitFor();
    for (let step = 0; step < MOST_TABS; step += 1) {
      // One key after the other.
      // oxlint-disable-next-line no-await-in-loop
      await this.#key('Tab');
      // oxlint-disable-next-line no-await-in-loop
      const here = await wanted.evaluate((element) =>
        element === document.activeElement
          ? 'wanted'
          : document.activeElement?.getAttribute('href') === '#main'
            ? 'skip'
            : 'elsewhere',
      );
      if (here === 'wanted') break;
      // oxlint-disable-next-line no-await-in-loop
      if (here === 'skip') await this.#key('Enter');
    }
    await this.#arrive(to, async () => await this.#key('Enter'));
    await this.look(name);
  }

  async look(name: string): Promise<void> {
    this.states.push(await look(this.page, name, this.combination));
  }

  main(selector: string): Locator {
    return this.page.locator('main').locator(selector);
  }

  /** Takes the language by the switch that stands on every page. */
  async takeLanguage(): Promise<void> {
    const { locale } = this.combination;
    if (locale === 'sv') return;
    const form = this.page.locator('form.languages:visible').first();
    const menu = form.locator('summary');
    if (await menu.isVisible()) await menu.click();
    await form.locator(`button[value="${locale}"]`).click();
    await this.page.locator(`html[lang="${locale}"]`).waitFor({ state: 'attached' });
  }

  /** On the identity provider's page: who one is. */
  async logIn(subject: string): Promise<void> {
    await this.page.goto('/login?returnTo=/participant');
    await this.main('form[action*="login"] button').first().click();
    await this.page.locator(`button[value="${subject}"]`).first().click();
    await this.page.waitForURL((url) => url.pathname === '/participant');
    this.loggedIn = subject;
  }

  /** Another browser, as somebody has it who got a link from this one: nobody is logged in, the language is the same. */
  async elsewhere(path: string, name: string): Promise<void> {
    const other = await Walk.begin(this.#browser(), new URL(this.page.url()).origin, this.combination);
    try {
      await other.#context.addCookies([
        { name: LOCALE_COOKIE, value: this.combination.locale, url: new URL(this.page.url()).origin },
      ]);
      await other.open(path, name);
      this.states.push(...other.states);
      this.complaints.push(...other.complaints);
    } finally {
      await other.end();
    }
  }

  #browser(): Browser {
    const browser = this.#context.browser();
    if (browser === null) throw new Error('A context has a browser');
    return browser;
  }

  async #key(name: 'Tab' | 'Enter'): Promise<void> {
    this.keys += 1;
    await this.page.keyboard.press(name);
  }

  /** A new document or, within the browser, a new page: its address and its heading are there. */
  async #arrive(to: RegExp, go: () => Promise<void>): Promise<void> {
    await Promise.all([this.page.waitForURL((url) => to.test(`${url.pathname}${url.search}`)), go()]);
    await this.page.locator('h1').first().waitFor();
    // Within the browser a page's name may come after the page.
    await this.page.locator('head title').waitFor({ state: 'attached' });
  }
}
