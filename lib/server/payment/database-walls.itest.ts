import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PersonActor } from '#lib/domain/actor/actor.ts';
import { inTransaction, type Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import {
  acceptedStatements,
  buildAccount,
  buildEarner,
  openPaymentSetup,
  PAY_DAY,
  type PaymentSetup,
  TODAY,
} from '#lib/server/payment/testing/payment-setup.ts';
import type { BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { buildAuthorityActor, buildProviderActor } from '#lib/server/testing/builders/staff.ts';

// The application's rules left out altogether: what row-level security lets each role do to the tables.
let setup: PaymentSetup;
let office: BuiltOffice;
let statementId: string;
let signatory: PersonActor;
let stranger: PersonActor;
let payer: PersonActor;
let reviewer: PersonActor;
let auditor: PersonActor;
beforeAll(async () => {
  setup = await openPaymentSetup();
  office = await buildEarner(setup, 'Mur AB');
  const { provider } = office;
  [statementId = ''] = await acceptedStatements(setup, '2026-03-10', [office]);
  signatory = await buildProviderActor(setup.owner, 'signatory', { provider });
  stranger = await buildProviderActor(setup.owner, 'signatory', {
    provider: (await buildEarner(setup, 'Annan AB')).provider,
  });
  payer = await buildAuthorityActor(setup.owner, 'payer');
  reviewer = await buildAuthorityActor(setup.owner, 'reviewer');
  auditor = await buildAuthorityActor(setup.owner, 'auditor');
});
afterAll(async () => setup.close());

/** Rows touched by a statement given straight to the database, or how it was refused. */
async function touched(actor: PersonActor, act: (tx: Tx) => Promise<number>): Promise<number | 'refused'> {
  try {
    return await inTransaction(setup.app, actor, act);
  } catch (error) {
    if (/row-level security|permission denied/.test(String(error))) return 'refused';
    throw error;
  }
}

async function requested(): Promise<string> {
  const id = await buildAccount(setup, office);
  await setup.owner.$executeRaw`ALTER TABLE bank_account DISABLE TRIGGER bank_account_guard`;
  await setup.owner
    .$executeRaw`UPDATE bank_account SET status = 'requested', decided_by_person_id = NULL, decided_at = NULL, valid_from = NULL WHERE id = ${id}::uuid`;
  await setup.owner.$executeRaw`ALTER TABLE bank_account ENABLE TRIGGER bank_account_guard`;
  return id;
}

it('a provider cannot confirm an account, nor a stranger touch it; a payer can', async () => {
  const id = await requested();
  const confirm = (actor: PersonActor) =>
    touched(
      actor,
      (tx) =>
        tx.$executeRaw`UPDATE bank_account SET status = 'confirmed', decided_by_person_id = ${actor.personId}::uuid, decided_at = now(), valid_from = current_date + 9 WHERE id = ${id}::uuid`,
    );
  expect(await confirm(signatory)).toBe('refused');
  expect(await confirm(stranger)).toBe(0);
  expect(await confirm(reviewer)).toBe(0);
  expect(await confirm(auditor)).toBe(0);
  expect(await confirm(payer)).toBe(1);
});

it('accounts are seen by their provider and by those who pay', async () => {
  const seen = (actor: PersonActor) =>
    touched(actor, async (tx) => await tx.bankAccount.count({ where: { providerId: office.provider.id } }));
  expect(await seen(signatory)).toBeGreaterThan(0);
  expect(await seen(payer)).toBeGreaterThan(0);
  expect(await seen(auditor)).toBeGreaterThan(0);
  expect(await seen(stranger)).toBe(0);
  expect(await seen(reviewer)).toBe(0);
});

it('nobody asks for an account in another provider’s name, or in another person’s', async () => {
  const ask = (actor: PersonActor, person: string) =>
    touched(
      actor,
      (
        tx,
      ) => tx.$executeRaw`INSERT INTO bank_account (id, provider_id, clearing_number, account_number, bank_name, status, requested_by_person_id, requested_at, authenticated_at)
        VALUES (${newId()}::uuid, ${office.provider.id}::uuid, '6000', '123456789', 'Handelsbanken', 'requested', ${person}::uuid, now(), now())`,
    );
  expect(await ask(stranger, stranger.personId)).toBe('refused');
  expect(await ask(signatory, stranger.personId)).toBe('refused');
  expect(await ask(payer, payer.personId)).toBe('refused');
  expect(await ask(signatory, signatory.personId)).toBe(1);
});

it('only a payer signs, and in the own name', async () => {
  const sign = (actor: PersonActor, person: string) =>
    touched(
      actor,
      (
        tx,
      ) => tx.$executeRaw`INSERT INTO authorisation (id, pay_on, person_id, content, content_hash, statement_count, amount_ore, authenticated_at, authorised_at)
        VALUES (${newId()}::uuid, ${PAY_DAY}::date, ${person}::uuid, '{}', '', 1, 1, ${TODAY}, ${TODAY})`,
    );
  expect(await sign(signatory, signatory.personId)).toBe('refused');
  expect(await sign(reviewer, reviewer.personId)).toBe('refused');
  expect(await sign(auditor, auditor.personId)).toBe('refused');
  expect(await sign(payer, reviewer.personId)).toBe('refused');
  // The own signature gets as far as to what is signed, which is not there.
  await expect(sign(payer, payer.personId)).rejects.toThrow('RestrictViolation');
});

it('claims are written by payers alone, and read by their provider', async () => {
  const report = await setup.owner.report.findFirstOrThrow({ where: { providerId: office.provider.id } });
  await setup.owner.report.update({ where: { id: report.id }, data: { status: 'inReview' } });
  await setup.owner.report.update({ where: { id: report.id }, data: { status: 'rejected' } });
  const [owingId = ''] = await acceptedStatements(setup, '2026-04-10', [office]);
  const { balanceOutOre } = await setup.owner.statement.findUniqueOrThrow({ where: { id: owingId } });
  const claim = (actor: PersonActor) =>
    touched(
      actor,
      (
        tx,
      ) => tx.$executeRaw`INSERT INTO claim (id, provider_id, statement_id, amount_ore, status, reason, proposed_by_person_id, proposed_at)
        VALUES (${newId()}::uuid, ${office.provider.id}::uuid, ${owingId}::uuid, ${-balanceOutOre}, 'proposed', 'Prov', ${actor.personId}::uuid, now())`,
    );
  expect(await claim(signatory)).toBe('refused');
  expect(await claim(reviewer)).toBe('refused');
  expect(await claim(payer)).toBe(1);
  const decide = (actor: PersonActor) =>
    touched(
      actor,
      (tx) =>
        tx.$executeRaw`UPDATE claim SET status = 'declined', decided_by_person_id = ${actor.personId}::uuid, decided_at = now(), decision_reason = 'Nej' WHERE statement_id = ${owingId}::uuid`,
    );
  expect(await decide(signatory)).toBe(0);
  expect(await decide(auditor)).toBe(0);
  expect(await touched(signatory, async (tx) => await tx.claim.count())).toBe(1);
  expect(await touched(stranger, async (tx) => await tx.claim.count())).toBe(0);
  expect(await touched(reviewer, async (tx) => await tx.claim.count())).toBe(0);
  expect(await decide(await buildAuthorityActor(setup.owner, 'payer'))).toBe(1);
});

it('a payer learns of the own part in a statement without seeing whose report it was; others learn nothing', async () => {
  const ownPart = (actor: PersonActor) =>
    inTransaction(setup.app, actor, async (tx) => {
      const rows = await tx.$queryRaw<
        { part: string | null }[]
      >`SELECT app.own_part(${statementId}::uuid) AS part`;
      return rows[0]?.part ?? null;
    });
  const report = await setup.owner.report.findFirstOrThrow({ where: { providerId: office.provider.id } });
  await setup.owner.reviewDecision.create({
    data: {
      id: newId(),
      reportId: report.id,
      decision: 'approve',
      decidedByPersonId: payer.personId,
      decidedAt: TODAY,
    },
  });
  expect(await ownPart(payer)).toBe('reviewed');
  expect(await ownPart(signatory)).toBeNull();
});
