import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PersonActor } from '#lib/domain/actor/actor.ts';
import { findSession } from '#lib/server/auth/session.ts';
import { consumeStepUp, hasStepUp } from '#lib/server/auth/step-up.ts';
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
let browser: TestBrowser;

const demand = { purpose: 'attestReports', contentHash: 'hash of what was shown' };
const beginning = { ...demand, returnTo: '/api/step-up/continue/1', back: '/provider/attest' };

beforeAll(async () => {
  issuer = await startTestIssuer(6200);
  fixture = await createAuthFixture({ issuer: issuer.issuer });
  karin = await fixture.person('Karin');
  const bo = await fixture.person('Bo');
  await fixture.membership(karin, 'signatory');
  await fixture.membership(bo, 'signatory');
  await issuer.add('karin', 'Karin Ek', karin);
  await issuer.add('bo', 'Bo Ek', bo);
});
afterAll(async () => {
  await fixture.drop();
  await issuer.stop();
});
beforeEach(async () => {
  fixture.clock.at = new Date();
  browser = new TestBrowser(fixture.context);
  await browser.logIn('karin');
});

async function actor(of = browser): Promise<PersonActor> {
  const session = await findSession(fixture.context, of.cookie('portal-session'));
  if (session?.actor == null) throw new Error('Nobody is logged in');
  return session.actor;
}

async function stepUp(subject = 'karin'): Promise<string> {
  return await browser.choose(await browser.startStepUp(beginning), subject);
}

const use = async (other: Partial<typeof demand> = {}, by?: PersonActor) => {
  const { database } = fixture.context;
  return (
    (await consumeStepUp(database, by ?? (await actor()), { ...demand, ...other }, fixture.clock.at)) !== null
  );
};
const waits = async () => await hasStepUp(fixture.context.database, await actor(), demand, fixture.clock.at);

describe('identifying oneself again', () => {
  test('asks the issuer for a new authentication and leads on', async () => {
    await browser.startStepUp(beginning);
    const asked = new URL(browser.trail[0] ?? '').searchParams;
    expect([asked.get('prompt'), asked.get('max_age'), asked.get('code_challenge_method')]).toEqual([
      'login',
      '0',
      'S256',
    ]);
    expect(await stepUp()).toBe('/api/step-up/continue/1');
    expect(await waits()).toBe(true);
  });

  test('counts once', async () => {
    await stepUp();
    expect(await use()).toBe(true);
    expect(await use()).toBe(false);
    expect(await waits()).toBe(false);
  });

  test('gives the instant of the authentication, for the signature', async () => {
    const before = Math.floor(Date.now() / 1000) * 1000;
    await stepUp();
    const at = await consumeStepUp(fixture.context.database, await actor(), demand, fixture.clock.at);
    expect(at?.getTime()).toBeGreaterThanOrEqual(before);
    expect(at?.getTime()).toBeLessThanOrEqual(Date.now());
  });

  test('counts once also when two commands want it at the same time', async () => {
    await stepUp();
    const by = await actor();
    const used = await Promise.all(Array.from({ length: 6 }, () => use({}, by)));
    expect(used.filter(Boolean)).toHaveLength(1);
  });

  test('counts for what was shown and what it was asked for, nothing else', async () => {
    await stepUp();
    expect(await use({ contentHash: 'hash of something else' })).toBe(false);
    expect(await use({ purpose: 'authorisePayment' })).toBe(false);
    expect(await use()).toBe(true);
  });

  test('counts for five minutes after the authentication', async () => {
    await stepUp();
    fixture.pass(4.9);
    expect(await waits()).toBe(true);
    fixture.pass(0.2);
    expect(await waits()).toBe(false);
    expect(await use()).toBe(false);
  });

  test('counts in the session it was made in, and ends with it', async () => {
    await stepUp();
    const elsewhere = new TestBrowser(fixture.context);
    await elsewhere.logIn('karin');
    expect(await use({}, await actor(elsewhere))).toBe(false);
    const by = await actor();
    await browser.go('POST', `${fixture.context.settings.portalUrl}/api/session/logout`);
    expect(await use({}, by)).toBe(false);
  });

  test('keeps the session, with its ends, under a new token; the one before is worth nothing', async () => {
    const [before, session] = [browser.cookie('portal-session'), (await actor()).sessionId];
    const { absoluteEndsAt } = (await findSession(fixture.context, before)) ?? {};
    await stepUp();
    const after = browser.cookie('portal-session');
    expect(after).not.toBe(before);
    expect(await findSession(fixture.context, before)).toBeNull();
    expect(await findSession(fixture.context, after)).toMatchObject({ id: session, absoluteEndsAt });
  });
});

const problem = (name: string) =>
  `/login/step-up?problem=${name}&returnTo=%2Fapi%2Fstep-up%2Fcontinue%2F1&back=%2Fprovider%2Fattest`;

describe('what does not count', () => {
  test('another person, even one with the same role', async () => {
    const before = browser.cookie('portal-session');
    expect(await stepUp('bo')).toBe(problem('otherPerson'));
    expect(browser.cookie('portal-session')).toBe(before);
    expect(await waits()).toBe(false);
    expect((await actor()).personId).toBe(karin.id);
    expect(
      await fixture.sql(
        `SELECT outcome FROM audit_entry WHERE action = 'stepUp' AND detail->>'reason' = 'otherPerson'`,
      ),
    ).toEqual([{ outcome: 'refused' }]);
  });

  test('cancelling', async () => {
    const page = await browser.startStepUp(beginning);
    expect(await browser.go('POST', `${page}/cancel`, {})).toBe(problem('cancelled'));
  });

  test('an authentication from before it was asked for', async () => {
    const page = await browser.startStepUp(beginning);
    // The issuer's clock is a minute behind: as if it answered with an older authentication.
    fixture.pass(1);
    const late = await browser.startStepUp(beginning);
    expect(await browser.choose(late, 'karin')).toBe(problem('expired'));
    expect(page).not.toBe(late);
    expect(await waits()).toBe(false);
  });

  test('an answer that comes twice, or in another browser', async () => {
    await stepUp();
    const answer = browser.trail.find((address) => address.includes('/api/step-up/callback')) ?? '';
    expect(answer).toContain('code=');
    expect(await browser.go('GET', answer)).toMatch(/^\/login\/step-up\?problem=expired/);
    const elsewhere = new TestBrowser(fixture.context);
    await elsewhere.logIn('karin');
    expect(await elsewhere.go('GET', answer)).toMatch(/^\/login\/step-up\?problem=expired/);
  });

  test('an answer to another question of the same browser', async () => {
    const first = await browser.startStepUp(beginning);
    await browser.startStepUp({ ...beginning, contentHash: 'hash of something else' });
    expect(await browser.choose(first, 'karin')).toBe(problem('expired'));
    expect(await waits()).toBe(false);
  });

  test('a session that ended meanwhile: one logs in again', async () => {
    const page = await browser.startStepUp(beginning);
    await fixture.sql('UPDATE session SET ended_at = now()');
    expect(await browser.choose(page, 'karin')).toBe('/login?notice=ended&returnTo=%2Fprovider%2Fattest');
  });

  test('an issuer that is down', async () => {
    const gone = {
      ...fixture.context,
      settings: { ...fixture.context.settings, issuer: 'http://localhost:1' },
    };
    expect(await new TestBrowser(gone).startStepUp(beginning)).toBe(problem('down'));
  });
});

test('it never leads out of the portal', async () => {
  const page = await browser.startStepUp({ ...demand, returnTo: 'https://evil.example/' });
  expect(await browser.choose(page, 'karin')).toBe('/');
});
