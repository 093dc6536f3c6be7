import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PersonActor } from '#lib/domain/actor/actor.ts';
import type { ProviderRole } from '#lib/domain/actor/role.ts';
import { newId } from '#lib/server/ids.ts';
import { bankAccountRequests, ownBankAccounts } from '#lib/server/payment/bank-accounts.ts';
import { decideBankAccount } from '#lib/server/payment/decide-bank-account.ts';
import { requestBankAccount } from '#lib/server/payment/request-bank-account.ts';
import { openPaymentSetup, type PaymentSetup, TODAY } from '#lib/server/payment/testing/payment-setup.ts';
import { withdrawBankAccount } from '#lib/server/payment/withdraw-bank-account.ts';
import { buildPerson } from '#lib/server/testing/builders/person.ts';
import { buildProvider, type BuiltProvider } from '#lib/server/testing/builders/provider.ts';
import { buildStepUp } from '#lib/server/testing/builders/session.ts';
import { buildAuthorityActor, buildProviderActor } from '#lib/server/testing/builders/staff.ts';

let setup: PaymentSetup;
let payer: PersonActor;
beforeAll(async () => {
  setup = await openPaymentSetup();
  payer = await buildAuthorityActor(setup.owner, 'payer');
});
afterAll(async () => setup.close());

const ACCOUNT = { clearingNumber: '6000', accountNumber: '123 456 789' };

async function staff(provider: BuiltProvider, role: ProviderRole, email?: string): Promise<PersonActor> {
  const person = await buildPerson(setup.owner, email === undefined ? {} : { email });
  return await buildProviderActor(setup.owner, role, { provider, person });
}

/** Asks with the e-ID: first without, to learn what it is to be bound to. */
async function request(actor: PersonActor, input: unknown = ACCOUNT, key = newId()) {
  const first = await setup.perform(requestBankAccount, input, actor, TODAY, key);
  if (first.ok || first.error.stepUp === undefined) return first;
  await buildStepUp(setup.owner, { sessionId: actor.sessionId, ...first.error.stepUp, at: TODAY });
  return await setup.perform(requestBankAccount, input, actor, TODAY, key);
}

async function requested(actor: PersonActor, input: unknown = ACCOUNT): Promise<string> {
  const answer = await request(actor, input);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value.bankAccountId;
}

const decide = async (
  bankAccountId: string,
  decision: 'confirm' | 'refuse' = 'confirm',
  {
    actor = payer,
    reason = '',
    version = 1,
  }: { actor?: PersonActor; reason?: string; version?: number } = {},
) => setup.perform(decideBankAccount, { bankAccountId, version, decision, reason }, actor);

async function mailsTo(
  email: string,
): Promise<readonly { readonly subject: string; readonly text: string }[]> {
  const rows = await setup.owner.$queryRaw<{ data: { subject: string; text: string } }[]>`
    SELECT data FROM pgboss.job WHERE name = 'mail.send' AND data ->> 'to' = ${email} ORDER BY created_on`;
  return rows.map(({ data }) => data);
}

it('an account is asked for with the e-ID, confirmed by a payer and in force after a whole working day', async () => {
  const provider = await buildProvider(setup.owner);
  const signatory = await staff(provider, 'signatory', 'signatur@konto.example');
  await staff(provider, 'providerAdmin', 'admin@konto.example');
  await staff(provider, 'coach', 'coach@konto.example');
  expect(await setup.perform(requestBankAccount, ACCOUNT, signatory)).toMatchObject({
    error: { problem: { code: 'stepUpRequired' }, stepUp: { purpose: 'changeBankAccount' } },
  });
  const id = await requested(signatory);
  expect(await setup.read(ownBankAccounts, {}, signatory)).toMatchObject({
    ok: true,
    value: {
      inForce: null,
      coming: null,
      requested: { id, accountNumber: '123456789', bankName: 'Handelsbanken' },
    },
  });
  expect(await setup.read(bankAccountRequests, { page: 1 }, payer)).toMatchObject({
    ok: true,
    value: { requests: [{ asked: { id, isOwn: false }, inForce: null }] },
  });
  // Monday 22 June: Tuesday is waited through.
  expect(await decide(id)).toMatchObject({
    ok: true,
    value: { status: 'confirmed', validFrom: '2026-06-24' },
  });
  expect(await setup.read(ownBankAccounts, {}, signatory)).toMatchObject({
    value: { inForce: null, coming: { id, validFrom: '2026-06-24' }, requested: null },
  });
  expect(await setup.read(ownBankAccounts, {}, signatory, new Date('2026-06-24T09:00:00Z'))).toMatchObject({
    value: { inForce: { id }, coming: null },
  });
  // All who may sign or administer are told, of the request and of the confirmation, and no digit of an account.
  for (const email of ['signatur@konto.example', 'admin@konto.example']) {
    const mails = await mailsTo(email);
    expect(mails.map(({ subject }) => subject).toSorted()).toEqual([
      'Ert nya bankkonto är bekräftat',
      'Någon har begärt ett nytt bankkonto för er',
    ]);
    for (const { text } of mails) expect(text).not.toMatch(/\d/);
  }
  expect(await mailsTo('coach@konto.example')).toEqual([]);
});

it('the next one stands beside the one in force until its day', async () => {
  const provider = await buildProvider(setup.owner);
  const admin = await staff(provider, 'providerAdmin');
  const later = new Date('2026-06-29T09:00:00Z');
  const first = await requested(admin);
  await decide(first);
  expect(await request(admin)).toMatchObject({
    error: { problem: { errors: [{ code: 'alreadyInForce' }] } },
  });
  const second = await requested(admin, { clearingNumber: '5000', accountNumber: '1234560' });
  expect(await setup.read(bankAccountRequests, { page: 1 }, payer, later)).toMatchObject({
    value: { requests: [{ asked: { id: second }, inForce: { id: first } }] },
  });
  await decide(second, 'refuse', { reason: 'Kontot tillhör någon annan.' });
  expect(await setup.read(ownBankAccounts, {}, admin, later)).toMatchObject({
    value: {
      inForce: { id: first },
      requested: null,
      history: [{ id: second, status: 'refused', reason: 'Kontot tillhör någon annan.' }],
    },
  });
});

it('who asked can never confirm, in the application or in the database', async () => {
  const provider = await buildProvider(setup.owner);
  const person = await buildPerson(setup.owner);
  const signatory = await buildProviderActor(setup.owner, 'signatory', { provider, person });
  const asPayer = await buildAuthorityActor(setup.owner, 'payer', { person });
  const id = await requested(signatory);
  expect(await decide(id, 'confirm', { actor: asPayer })).toMatchObject({
    error: { problem: { status: 403, errors: [{ code: 'ownRequest' }] } },
  });
  await expect(
    setup.owner
      .$executeRaw`UPDATE bank_account SET status = 'confirmed', decided_by_person_id = requested_by_person_id, decided_at = now(), valid_from = current_date + 9 WHERE id = ${id}::uuid`,
  ).rejects.toThrow('bank_account_four_eyes');
  await expect(
    setup.owner
      .$executeRaw`UPDATE bank_account SET status = 'confirmed', decided_by_person_id = ${payer.personId}::uuid, decided_at = now(), valid_from = current_date + 1 WHERE id = ${id}::uuid`,
  ).rejects.toThrow('bank_account_waits');
  await expect(
    setup.owner.$executeRaw`UPDATE bank_account SET account_number = '12345679' WHERE id = ${id}::uuid`,
  ).rejects.toThrow('a bank account that was asked for is decided once and never changes');
});

it('one request at a time; it is withdrawn by anybody there who may ask, once', async () => {
  const provider = await buildProvider(setup.owner);
  const [signatory, admin] = [await staff(provider, 'signatory'), await staff(provider, 'providerAdmin')];
  const answers = await Promise.all([request(signatory), request(admin), request(signatory)]);
  const [made] = answers.filter(({ ok }) => ok);
  expect(answers.filter(({ ok }) => !ok)).toMatchObject([
    { error: { problem: { code: 'requestWaits' } } },
    { error: { problem: { code: 'requestWaits' } } },
  ]);
  const bankAccountId = made?.ok === true ? made.value.bankAccountId : '';
  const withdraw = async (actor: PersonActor, version = 1) =>
    setup.perform(withdrawBankAccount, { bankAccountId, version }, actor);
  const elsewhere = await staff(await buildProvider(setup.owner), 'signatory');
  expect(await withdraw(elsewhere)).toMatchObject({ error: { problem: { code: 'notFound' } } });
  expect(await withdraw(admin, 2)).toMatchObject({ error: { problem: { code: 'conflict' } } });
  expect(await withdraw(admin)).toEqual({ ok: true, value: { bankAccountId } });
  expect(await withdraw(admin, 2)).toMatchObject({ error: { problem: { code: 'conflict' } } });
  expect(await decide(bankAccountId, 'confirm', { version: 2 })).toMatchObject({
    error: { problem: { code: 'conflict' } },
  });
  expect(await request(admin)).toMatchObject({ ok: true });
});

it('is refused with a reason, and told apart by those who may', async () => {
  const provider = await buildProvider(setup.owner);
  const signatory = await staff(provider, 'signatory');
  const id = await requested(signatory);
  expect(await decide(id, 'refuse')).toMatchObject({
    error: { problem: { errors: [{ pointer: '/reason' }] } },
  });
  for (const role of ['coach', 'intake', 'reporter'] as const) {
    expect(await request(await staff(provider, role))).toMatchObject({
      error: { problem: { code: 'forbidden' } },
    });
  }
  expect(await setup.read(ownBankAccounts, {}, await staff(provider, 'coach'))).toMatchObject({ ok: false });
  expect(await setup.read(ownBankAccounts, {}, await staff(provider, 'reporter'))).toMatchObject({
    value: { requested: { id } },
  });
  const elsewhere = await staff(await buildProvider(setup.owner), 'signatory');
  expect(await setup.read(ownBankAccounts, {}, elsewhere)).toMatchObject({
    value: { requested: null, history: [] },
  });
  const reviewer = await buildAuthorityActor(setup.owner, 'reviewer');
  expect(await setup.read(bankAccountRequests, { page: 1 }, reviewer)).toMatchObject({ ok: false });
});

it('a number that no bank has is refused with field, reason and remedy', async () => {
  const signatory = await staff(await buildProvider(setup.owner), 'signatory');
  expect(await request(signatory, { clearingNumber: '6000', accountNumber: '123456780' })).toMatchObject({
    error: {
      problem: {
        code: 'invalidInput',
        errors: [
          { pointer: '/accountNumber', code: 'wrongCheckDigit', fix: expect.stringContaining('Jämför') },
        ],
      },
    },
  });
});
