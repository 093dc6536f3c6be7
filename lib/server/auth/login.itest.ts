import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findSession } from '#lib/server/auth/session.ts';
import { keepAlive, showSession } from '#lib/server/auth/session-routes.ts';
import {
  type AuthFixture,
  createAuthFixture,
  type TestPerson,
} from '#lib/server/auth/testing/auth-fixture.ts';
import { TestBrowser } from '#lib/server/auth/testing/test-browser.ts';
import { startTestIssuer, type TestIssuer } from '#lib/server/auth/testing/test-issuer.ts';

let fixture: AuthFixture;
let issuer: TestIssuer;
let karin: TestPerson;
let bo: TestPerson;
let browser: TestBrowser;

beforeAll(async () => {
  issuer = await startTestIssuer(6100);
  fixture = await createAuthFixture({ issuer: issuer.issuer });
  fixture.clock.at = new Date();
  karin = await fixture.person('Karin');
  bo = await fixture.person('Bo');
  await fixture.membership(karin, 'coach');
  await fixture.membership(bo, 'coach');
  await fixture.membership(bo, 'signatory');
  await issuer.add('karin', 'Karin Ek', karin);
  await issuer.add('bo', 'Bo Ek', bo);
  await issuer.add('karin-again', 'Karin Ek', karin);
  await issuer.add('stranger', 'Stina Ny', { identityNumber: '197001019999' });
});
afterAll(async () => {
  await fixture.drop();
  await issuer.stop();
});
beforeEach(() => {
  browser = new TestBrowser(fixture.context);
});

const sessionOf = (of: TestBrowser) => findSession(fixture.context, of.cookie('portal-session'));
const rowsOf = async (table: string) =>
  (await fixture.sql<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`))[0]?.count;

describe('logging in', () => {
  test('goes to the identity provider and back to the page that asked', async () => {
    const page = await browser.startLogin('/provider/months/2026-05');
    expect(page).toContain(`${issuer.issuer}/interaction/`);
    expect(await browser.choose(page, 'karin')).toBe('/provider/months/2026-05');
    expect(await sessionOf(browser)).toMatchObject({ personId: karin.id, actor: { role: 'coach' } });
  });

  test('leads to the role’s first page when nothing asked, and to the choice when there are several roles', async () => {
    expect(await browser.logIn('karin')).toBe('/provider');
    expect(await browser.logIn('bo', '/provider/x')).toBe('/choose-role?returnTo=%2Fprovider%2Fx');
    expect((await sessionOf(browser))?.actor).toBeNull();
  });

  test.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/api/session/logout',
    'javascript:alert(1)',
  ])('never leads to %s', async (returnTo) => {
    expect(await browser.logIn('karin', returnTo)).toBe('/provider');
  });

  test('asks the issuer for a new authentication with state, nonce and PKCE', async () => {
    await browser.startLogin();
    const asked = new URL(browser.trail[0] ?? '').searchParams;
    expect(asked.get('prompt')).toBe('login');
    expect(asked.get('response_type')).toBe('code');
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('state')).toMatch(/.{20,}/);
    expect(asked.get('nonce')).toMatch(/.{20,}/);
  });

  test('gives a new token each time; the one before is worth nothing', async () => {
    await browser.logIn('karin');
    const before = browser.cookie('portal-session');
    await browser.logIn('karin');
    expect(browser.cookie('portal-session')).not.toBe(before);
    expect(await findSession(fixture.context, before)).toBeNull();
  });
});

describe('in a browser that somebody is logged in with', () => {
  test('logging in as B gives B, ends A’s session, and links nothing to A', async () => {
    await browser.logIn('karin');
    const tokenOfKarin = browser.cookie('portal-session');
    await browser.logIn('bo');
    expect(await sessionOf(browser)).toMatchObject({ personId: bo.id });
    expect(await findSession(fixture.context, tokenOfKarin)).toBeNull();
    expect(
      await fixture.sql('SELECT subject, person_id FROM login_account WHERE issuer = $1 ORDER BY subject', [
        issuer.issuer,
      ]),
    ).toEqual([
      { subject: 'bo', person_id: bo.id },
      { subject: 'karin', person_id: karin.id },
    ]);
  });

  test('one without an account is told so, makes no person, and does not get to see A’s pages', async () => {
    await browser.logIn('karin');
    const tokenOfKarin = browser.cookie('portal-session');
    const persons = await rowsOf('person');
    expect(await browser.logIn('stranger', '/provider/x')).toBe(
      '/login?problem=unknown&returnTo=%2Fprovider%2Fx',
    );
    expect(await findSession(fixture.context, tokenOfKarin)).toBeNull();
    expect(await sessionOf(browser)).toBeNull();
    expect(await rowsOf('person')).toBe(persons);
  });
});

describe('who is let in', () => {
  test('a second subject with the same identity number is refused, alone or on top of the first', async () => {
    await browser.logIn('karin');
    expect(await browser.logIn('karin-again')).toBe('/login?problem=refused');
    expect(await new TestBrowser(fixture.context).logIn('karin-again')).toBe('/login?problem=refused');
    expect(await sessionOf(browser)).toBeNull();
    expect(await fixture.sql(`SELECT 1 FROM login_account WHERE subject = 'karin-again'`)).toEqual([]);
  });

  test('a subject that suddenly shows another person’s number is refused', async () => {
    const eva = await fixture.person('Eva');
    const [ida] = [await fixture.person('Ida')];
    await fixture.membership(eva, 'coach');
    await issuer.add('eva', 'Eva Ek', eva);
    expect(await browser.logIn('eva')).toBe('/provider');
    await issuer.add('eva', 'Eva Ek', ida);
    expect(await browser.logIn('eva')).toBe('/login?problem=refused');
  });

  test('two first logins at the same time give one link', async () => {
    const una = await fixture.person('Una');
    await fixture.membership(una, 'coach');
    await issuer.add('una', 'Una Ek', una);
    const browsers = Array.from({ length: 4 }, () => new TestBrowser(fixture.context));
    expect(await Promise.all(browsers.map((one) => one.logIn('una')))).toEqual(Array(4).fill('/provider'));
    expect(await fixture.sql(`SELECT person_id FROM login_account WHERE subject = 'una'`)).toEqual([
      { person_id: una.id },
    ]);
  });
});

describe('when it goes wrong', () => {
  test('cancelling at the identity provider leads back with kind words', async () => {
    const page = await browser.startLogin('/provider/x');
    expect(await browser.go('POST', `${page}/cancel`, {})).toBe(
      '/login?problem=cancelled&returnTo=%2Fprovider%2Fx',
    );
  });

  test('an answer that this browser did not ask for, or that comes twice, counts for nothing', async () => {
    await browser.logIn('karin');
    const answer = browser.trail.find((address) => address.includes('/api/auth/callback/')) ?? '';
    expect(answer).toContain('code=');
    expect(await browser.go('GET', answer)).toBe('/login?problem=expired');
    expect(await new TestBrowser(fixture.context).go('GET', answer)).toBe('/login?problem=expired');
    const page = await browser.startLogin();
    expect(page).toContain('/interaction/');
    expect(await browser.go('GET', answer)).toBe('/login?problem=expired');
  });

  test.each(['', '?', '?code=x', '?state=x', '?code[]=x', '?error=server_error', '?code=%00&state=%ff'])(
    'the callback with "%s" leads to the login page',
    async (search) => {
      const end = await browser.go(
        'GET',
        `${fixture.context.settings.portalUrl}/api/auth/callback/eid${search}`,
      );
      expect(end).toMatch(/^\/login\?problem=(expired|down)$/);
    },
  );

  test('cookies that somebody made up lead to the login page', async () => {
    for (const name of ['callback-url', 'state', 'nonce', 'pkce', 'session'])
      browser.setCookie(`portal-${name}`, '%zz"<');
    const end = await browser.go(
      'GET',
      `${fixture.context.settings.portalUrl}/api/auth/callback/eid?code=x&state=y`,
    );
    expect(end).toBe('/login?problem=expired');
  });

  test('an issuer that does not answer is said to be down, and sessions go on', async () => {
    await browser.logIn('karin');
    const gone = {
      ...fixture.context,
      settings: { ...fixture.context.settings, issuer: 'http://localhost:1' },
    };
    expect(await new TestBrowser(gone).startLogin('/provider')).toBe(
      '/login?problem=down&returnTo=%2Fprovider',
    );
    expect(await sessionOf(browser)).not.toBeNull();
  });
});

const choose = async (membershipId: string, returnTo = '/') =>
  await browser.go('POST', `${fixture.context.settings.portalUrl}/api/session/membership`, {
    membershipId,
    returnTo,
  });

describe('choosing a role', () => {
  test('leads to the page that asked, or home where that is another role’s', async () => {
    await browser.logIn('bo');
    const [signatory] = await fixture.sql<{ id: string }>(
      `SELECT id FROM membership WHERE person_id = $1 AND role = 'signatory'`,
      [bo.id],
    );
    expect(await choose(signatory?.id ?? '', '/provider/x')).toBe('/provider/x');
    expect(await choose(signatory?.id ?? '', '/review/x')).toBe('/provider');
    expect((await sessionOf(browser))?.actor?.role).toBe('signatory');
  });

  test('of somebody else leads back to the choice, and without a session to the login', async () => {
    await browser.logIn('bo');
    expect(await choose('nonsense')).toBe('/choose-role?problem=notYours');
    browser = new TestBrowser(fixture.context);
    expect(await choose('nonsense', '/provider')).toBe('/login?notice=ended&returnTo=%2Fprovider');
  });
});

const asking = () =>
  new Request('http://localhost/api/session', {
    headers: { cookie: `portal-session=${browser.cookie('portal-session') ?? ''}` },
  });

describe('the session’s own answers', () => {
  test('say how long is left, and that there is none', async () => {
    expect((await showSession(fixture.context, asking())).status).toBe(401);
    expect((await keepAlive(fixture.context, asking())).status).toBe(401);
    await browser.logIn('karin');
    for (const response of [
      await showSession(fixture.context, asking()),
      await keepAlive(fixture.context, asking()),
    ]) {
      expect(response.status).toBe(200);
      // oxlint-disable-next-line no-await-in-loop -- two answers
      expect(await response.json()).toMatchObject({ now: fixture.clock.at.toISOString() });
    }
  });
});

describe('logging out', () => {
  test('ends the session here and at the issuer, and says so', async () => {
    await browser.logIn('karin');
    const token = browser.cookie('portal-session');
    expect(await browser.go('POST', `${fixture.context.settings.portalUrl}/api/session/logout`)).toBe(
      '/login?notice=loggedOut',
    );
    expect(browser.trail[0]).toContain(`${issuer.issuer}/session/end`);
    expect(browser.cookie('portal-session')).toBeUndefined();
    expect(await findSession(fixture.context, token)).toBeNull();
  });
});
