import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { endRoles } from '#lib/server/administration/end-roles.ts';
import { resendInvitation, revokeInvitation } from '#lib/server/administration/invitation-commands.ts';
import { invite, inviteMany } from '#lib/server/administration/invite.ts';
import { inviteAdministrator } from '#lib/server/administration/invite-administrator.ts';
import { type AccountsWorld, buildAccountsWorld } from '#lib/server/administration/testing/accounts-world.ts';
import { listAccounts } from '#lib/server/administration/list-accounts.ts';
import { accountListInput } from '#lib/schemas/administration.ts';
import { findInvitation } from '#lib/server/auth/accept-invitation.ts';
import type { AuthContext } from '#lib/server/auth/context.ts';
import { hashToken } from '#lib/server/auth/opaque-token.ts';
import { findSession } from '#lib/server/auth/session.ts';
import { testSettings } from '#lib/server/auth/testing/auth-fixture.ts';
import { TestBrowser } from '#lib/server/auth/testing/test-browser.ts';
import { startTestIssuer, type TestIssuer } from '#lib/server/auth/testing/test-issuer.ts';
import { identityHash } from '#lib/server/crypto/identity-hash.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';

const NORA = '199001012384';
const GORAN = '197108032391';

let world: AccountsWorld;
let issuer: TestIssuer;
let context: AuthContext;
const clock = { at: new Date() };

beforeAll(async () => {
  process.env['PORTAL_URL'] = testSettings.portalUrl;
  [world, issuer] = await Promise.all([buildAccountsWorld(), startTestIssuer(6200)]);
  context = {
    database: world.app,
    settings: { ...testSettings, issuer: issuer.issuer },
    now: () => clock.at,
  };
  await issuer.add('nora', 'Nora Ek', { identityNumber: NORA });
  await issuer.add('göran', 'Göran Melin', { identityNumber: GORAN });
  const hash = new Uint8Array(identityHash(GORAN, testSettings.portalSecret));
  await world.owner
    .$executeRaw`UPDATE person_identity SET identity_hash = ${hash} WHERE person_id = ${world.admin.personId}::uuid`;
});
afterAll(async () => {
  await Promise.all([world.close(), issuer.stop()]);
});
beforeEach(async () => {
  clock.at = new Date();
  await world.owner.$executeRaw`DELETE FROM pgboss.job WHERE name = 'mail.send'`;
});

const at = (actor: typeof world.admin) => ({ actor, now: clock.at });
const input = (more: object = {}) => ({
  name: 'Nora Ek',
  email: 'nora@tallmo.example',
  roles: ['coach', 'reporter'],
  allOffices: false,
  officeIds: [world.office.id],
  from: '2026-01-01',
  ...more,
});

/** The token of the newest mail to an address. */
async function mailedToken(email = 'nora@tallmo.example'): Promise<string> {
  const [mail] = await world.owner.$queryRaw<{ text: string }[]>`
    SELECT data ->> 'text' AS text FROM pgboss.job WHERE name = 'mail.send' AND data ->> 'to' = ${email}
    ORDER BY created_on DESC LIMIT 1`;
  return /\/invitation\/([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? '';
}

async function invited(more: object = {}): Promise<{ token: string; id: string }> {
  const made = await world.run(invite, input(more), at(world.admin));
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return { token: await mailedToken(), id: made.value.invitationIds[0] ?? '' };
}

const take = async (token: string, subject: string, browser = new TestBrowser(context)): Promise<string> =>
  await browser.choose(await browser.takeInvitation(token), subject);
const people = async () =>
  (await world.owner.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM person`)[0]?.count;
const held = async () =>
  (await world.owner.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM membership`)[0]?.count;

describe('an invitation', () => {
  it('binds its roles to whoever takes it with their own e-ID, who is made a person and logged in', async () => {
    const { token } = await invited();
    expect(await findInvitation(context, token)).toMatchObject({
      state: 'open',
      name: 'Nora Ek',
      roles: ['coach', 'reporter'],
    });
    const browser = new TestBrowser(context);
    expect(await take(token, 'nora', browser)).toBe('/choose-role');
    const session = await findSession(context, browser.cookie('portal-session'));
    expect(session).toMatchObject({ givenName: 'Nora', familyName: 'Ek' });
    const roles = await world.owner.membership.findMany({
      where: { personId: session?.personId ?? '' },
      include: { offices: true },
      orderBy: { role: 'asc' },
    });
    expect(roles).toMatchObject([
      {
        role: 'coach',
        allOffices: false,
        givenByPersonId: world.admin.personId,
        offices: [{ officeId: world.office.id }],
      },
      { role: 'reporter' },
    ]);
    // The person comes in by the ordinary way from now on.
    expect(await new TestBrowser(context).logIn('nora')).toBe('/choose-role');
  });

  it('that is used changes nothing the next time, for nobody', async () => {
    const { token } = await invited({ roles: ['intake'] });
    await take(token, 'nora');
    const before = [await people(), await held()];
    expect(await take(token, 'nora')).toBe(`/invitation/${token}?problem=used`);
    expect(await take(token, 'göran')).toBe(`/invitation/${token}?problem=otherName`);
    expect([await people(), await held()]).toEqual(before);
  });

  it('taken by two at the same moment is taken once', async () => {
    const { token } = await invited({ roles: ['intake'] });
    const ends = await Promise.all([take(token, 'nora'), take(token, 'nora')]);
    expect(ends.filter((end) => end.includes('problem=used'))).toHaveLength(1);
  });

  it('with a wrong link, or none, changes nothing and says so', async () => {
    const { token } = await invited();
    const tampered = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    const before = [await people(), await held()];
    expect(await findInvitation(context, tampered)).toBeNull();
    expect(await take(tampered, 'nora')).toBe(`/invitation/${tampered}?problem=missing`);
    expect(await new TestBrowser(context).takeInvitation("x' OR 1=1")).toBe('/invitation/unknown');
    expect([await people(), await held()]).toEqual(before);
  });

  it('is never bound to whoever is logged in, only to whoever identifies themselves', async () => {
    const { token } = await invited({ roles: ['intake'] });
    const browser = new TestBrowser(context);
    await browser.logIn('göran');
    const mine = browser.cookie('portal-session');
    const before = await world.owner.membership.count({ where: { personId: world.admin.personId } });
    await take(token, 'nora', browser);
    expect(await findSession(context, browser.cookie('portal-session'))).toMatchObject({ givenName: 'Nora' });
    expect(await findSession(context, mine)).toBeNull();
    expect(await world.owner.membership.count({ where: { personId: world.admin.personId } })).toBe(before);
  });

  it('is not taken by the one who sent it, nor by somebody with another name', async () => {
    const own = await invited({ name: 'Göran Melin', roles: ['intake'] });
    expect(await take(own.token, 'göran')).toBe(`/invitation/${own.token}?problem=own`);
    const other = await invited({ name: 'Bo Dahl' });
    expect(await take(other.token, 'nora')).toBe(`/invitation/${other.token}?problem=otherName`);
    expect(await findInvitation(context, other.token)).toMatchObject({ state: 'open' });
  });

  it('to attest or administer is sent again by nobody but who sent it, and so taken by nobody in its place', async () => {
    const helper = await world.staff('providerAdmin');
    const made = await world.give(invite, input({ name: 'Göran Melin', roles: ['signatory'] }), helper);
    const invitationId = made.ok ? (made.value.invitationIds[0] ?? '') : '';
    const link = 'A'.repeat(43);
    await expect(
      world.raw(
        world.admin,
        (tx) =>
          tx.$executeRaw`UPDATE invitation SET token_hash = ${hashToken(link)} WHERE id = ${invitationId}::uuid`,
      ),
    ).rejects.toThrow('is sent again by who invited');
    expect(await take(link, 'göran')).toBe(`/invitation/${link}?problem=missing`);
    const resend = (actor: typeof helper) =>
      world.run(resendInvitation, { invitationId, version: 1 }, at(actor));
    const offered = async (actor: typeof helper) => {
      const list = await world.read(listAccounts, accountListInput.parse({ show: 'invited' }), at(actor));
      return list.ok ? list.value.invitations.find(({ id }) => id === invitationId) : undefined;
    };
    expect(await offered(world.admin)).toMatchObject({ mayResend: false, mayRevoke: true });
    expect(await offered(helper)).toMatchObject({ mayResend: true, mayRevoke: true });
    expect(await resend(world.admin)).toMatchObject({ error: { problem: { code: 'forbidden' } } });
    expect(await resend(helper)).toMatchObject({ ok: true });
  });

  it('lasts 14 days, to the minute', async () => {
    const { token } = await invited();
    const DAY = 24 * 3_600_000;
    clock.at = new Date(clock.at.getTime() + 14 * DAY - 60_000);
    expect(await findInvitation(context, token)).toMatchObject({ state: 'open' });
    clock.at = new Date(clock.at.getTime() + 60_000);
    expect(await findInvitation(context, token)).toMatchObject({ state: 'expired' });
  });

  it('is revoked from the next click on, and sent again with a new link that replaces the old', async () => {
    const first = await invited();
    const again = await world.run(resendInvitation, { invitationId: first.id, version: 1 }, at(world.admin));
    expect(again).toMatchObject({ ok: true });
    const token = await mailedToken();
    expect(await findInvitation(context, first.token)).toBeNull();
    expect(await findInvitation(context, token)).toMatchObject({ state: 'open' });
    const stale = await world.run(revokeInvitation, { invitationId: first.id, version: 1 }, at(world.admin));
    expect(stale).toMatchObject({ error: { problem: { code: 'conflict' } } });
    await world.run(revokeInvitation, { invitationId: first.id, version: 2 }, at(world.admin));
    expect(await take(token, 'nora')).toBe(`/invitation/${token}?problem=revoked`);
    const elsewhere = await world.staff('providerAdmin', world.elsewhere);
    expect(
      await world.run(resendInvitation, { invitationId: first.id, version: 3 }, at(elsewhere)),
    ).toMatchObject({
      error: { problem: { code: 'notFound' } },
    });
  });

  it('ends with the right of whoever sent it', async () => {
    const helper = await world.staff('providerAdmin');
    const made = await world.run(invite, input(), at(helper));
    expect(made).toMatchObject({ ok: true });
    const token = await mailedToken();
    const { version } = await world.owner.membership.findUniqueOrThrow({
      where: { id: helper.membershipId },
    });
    const memberships = [{ membershipId: helper.membershipId, version }];
    expect(await world.run(endRoles, { memberships, sure: true }, at(world.admin))).toMatchObject({
      ok: true,
    });
    expect(await findInvitation(context, token)).toMatchObject({ state: 'revoked' });
  });

  it('keeps its link out of everything but the mail', async () => {
    const { token } = await invited();
    const tables = ['invitation', 'audit_entry', 'idempotency_key', 'form_attempt'];
    const rows = await Promise.all(
      tables.map((table) => world.owner.$queryRawUnsafe<object[]>(`SELECT t::text AS row FROM ${table} t`)),
    );
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe('several invitations', () => {
  it('go out together, or not at all with every fault by its row', async () => {
    const rows = `Nora Ek;nora@x.example;handledare;${world.office.name}\nBo Dahl;bo;chef;alla`;
    const refused = await world.run(inviteMany, { rows, from: '2026-01-01' }, at(world.admin));
    expect(refused).toMatchObject({
      error: {
        problem: {
          errors: [
            { row: 2, code: 'emailInvalid' },
            { row: 2, code: 'roleUnknown' },
          ],
        },
      },
    });
    expect(await mailedToken('nora@x.example')).toBe('');
    const right = rows.replace('bo;chef', 'bo@x.example;intake');
    expect(await world.run(inviteMany, { rows: right, from: '2026-01-01' }, at(world.admin))).toMatchObject({
      value: { invited: 2 },
    });
    expect(await mailedToken('nora@x.example')).toHaveLength(43);
    expect(await mailedToken('bo@x.example')).toHaveLength(43);
  });
});

describe('the authority', () => {
  it('invites a provider’s first administrator, with the e-ID', async () => {
    const maryam = await buildAuthorityActor(world.owner, 'agreementAdmin');
    const asked = { providerId: world.elsewhere.provider.id, name: 'Nora Ek', email: 'first@x.example' };
    expect(await world.run(inviteAdministrator, asked, { actor: maryam, now: clock.at })).toMatchObject({
      error: { stepUp: { purpose: 'manageAccess' } },
    });
    expect(await world.give(inviteAdministrator, asked, maryam)).toMatchObject({ ok: true });
    // The command above was given on the world's own day.
    clock.at = new Date('2026-05-12T09:01:00Z');
    const token = await mailedToken('first@x.example');
    expect(await findInvitation(context, token)).toMatchObject({
      byAuthority: true,
      roles: ['providerAdmin'],
    });
  });
});
