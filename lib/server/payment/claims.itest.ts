import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PersonActor } from '#lib/domain/actor/actor.ts';
import { claims, ownClaims } from '#lib/server/payment/claims.ts';
import { decideClaim } from '#lib/server/payment/decide-claim.ts';
import { proposeClaim } from '#lib/server/payment/propose-claim.ts';
import { settleClaim } from '#lib/server/payment/settle-claim.ts';
import {
  buildEarner,
  openPaymentSetup,
  type PaymentSetup,
  TODAY,
} from '#lib/server/payment/testing/payment-setup.ts';
import { startStatementRun } from '#lib/server/statement/start-statement-run.ts';
import { run } from '#lib/server/statement/testing/run-setup.ts';
import type { BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { buildPerson } from '#lib/server/testing/builders/person.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildAuthorityActor, buildProviderActor } from '#lib/server/testing/builders/staff.ts';

// 21 working days in January × 65 kr = 1 365 kr, with 25 % VAT 1 706.25 kr: what is owed when the approval is gone.
const OWED_ORE = 170_625;
const REASON = 'Leverantören har inga deltagare kvar.';

let setup: PaymentSetup;
let payer: PersonActor;
let other: PersonActor;
beforeAll(async () => {
  setup = await openPaymentSetup();
  payer = await buildAuthorityActor(setup.owner, 'payer');
  other = await buildAuthorityActor(setup.owner, 'payer');
});
afterAll(async () => setup.close());

type Owing = { readonly id: string; readonly version: number };

/** A provider that was paid for January and then lost the approval; the statement that says so is accepted. */
async function indebted(
  name: string,
  [first, second]: readonly [string, string],
): Promise<{ readonly office: BuiltOffice & { readonly reportId: string }; readonly owing: Owing }> {
  const office = await buildEarner(setup, name);
  await run(setup, first);
  await setup.owner.report.update({ where: { id: office.reportId }, data: { status: 'inReview' } });
  await setup.owner.report.update({ where: { id: office.reportId }, data: { status: 'rejected' } });
  await run(setup, second);
  return { office, owing: await latestOf(office, 'accepted') };
}

/** The provider's latest statement; accepted where it is asked for. */
async function latestOf(
  { provider }: BuiltOffice,
  accept: 'accepted' | 'as it is',
): Promise<Owing & { readonly balanceInOre: bigint; readonly balanceOutOre: bigint }> {
  const latest = await setup.owner.statement.findFirstOrThrow({
    where: { providerId: provider.id },
    orderBy: { cutOff: 'desc' },
  });
  if (accept === 'as it is' || latest.status === 'accepted') return latest;
  return await setup.owner.statement.update({
    where: { id: latest.id },
    data: { status: 'accepted', acceptedAt: TODAY, acceptedBy: 'silence' },
  });
}

async function candidates(): Promise<readonly string[]> {
  const answer = await setup.read(claims, { page: 1 }, payer);
  return answer.ok ? answer.value.candidates.map(({ provider }) => provider.name) : [];
}

const propose = async ({ id, version }: Owing, actor: PersonActor = payer) =>
  setup.perform(proposeClaim, { statementId: id, version, reason: REASON }, actor);

const decide = async (claimId: string, actor: PersonActor, decision = 'decide', reason = '', version = 1) =>
  setup.perform(decideClaim, { claimId, version, decision, reason }, actor);

it('a balance that nothing can be set off against is proposed, decided by another, taken over and paid', async () => {
  const { office, owing } = await indebted('Skyldig AB', ['2026-02-10', '2026-02-11']);
  const person = await buildPerson(setup.owner, { email: 'signatur@skyldig.example' });
  const signatory = await buildProviderActor(setup.owner, 'signatory', { provider: office.provider, person });
  expect(await setup.read(claims, { page: 1 }, payer)).toMatchObject({
    ok: true,
    value: { candidates: [{ provider: { name: 'Skyldig AB' }, owedOre: OWED_ORE, mayComeOre: 136_500 }] },
  });

  const proposed = await propose(owing);
  const claimId = proposed.ok ? proposed.value.claimId : '';
  expect(proposed).toMatchObject({ ok: true });
  expect(await candidates()).not.toContain('Skyldig AB');
  expect(await setup.read(ownClaims, {}, signatory)).toEqual({ ok: true, value: [] });

  expect(await decide(claimId, payer)).toMatchObject({
    error: { problem: { status: 403, errors: [{ code: 'ownProposal' }] } },
  });
  await expect(
    setup.owner
      .$executeRaw`UPDATE claim SET status = 'decided', decided_by_person_id = proposed_by_person_id, decided_at = now(), due_on = current_date`,
  ).rejects.toThrow('claim_four_eyes');
  expect(await decide(claimId, other, 'decide', '', 2)).toMatchObject({
    error: { problem: { code: 'conflict' } },
  });
  expect(await decide(claimId, other)).toMatchObject({ ok: true, value: { status: 'decided' } });
  expect(await decide(claimId, other, 'decline', 'Ångrar mig.', 2)).toMatchObject({
    error: { problem: { code: 'conflict' } },
  });
  // Thirty calendar days from 22 June.
  expect(await setup.read(ownClaims, {}, signatory)).toMatchObject({
    ok: true,
    value: [{ status: 'decided', amountOre: OWED_ORE, dueOn: '2026-07-22', reason: REASON }],
  });
  expect(await setup.owner.notification.findMany({ where: { personId: signatory.personId } })).toMatchObject([
    { event: 'claimDecided', path: '/provider/statements', mail: 'waiting' },
  ]);

  await run(setup, '2026-02-12');
  expect(await latestOf(office, 'as it is')).toMatchObject({ balanceInOre: 0n, balanceOutOre: 0n });

  const settle = async (settledOn: string) =>
    setup.perform(settleClaim, { claimId, version: 2, settledOn }, payer);
  expect(await settle('2026-06-21')).toMatchObject({
    error: { problem: { errors: [{ code: 'beforeDecision' }] } },
  });
  expect(await settle('2026-06-23')).toMatchObject({
    error: { problem: { errors: [{ code: 'inFuture' }] } },
  });
  expect(await settle('2026-06-22')).toEqual({ ok: true, value: { claimId } });
  expect(await settle('2026-06-22')).toMatchObject({ error: { problem: { code: 'conflict' } } });
  expect(await setup.read(ownClaims, {}, signatory)).toMatchObject({
    ok: true,
    value: [{ status: 'settled' }],
  });
});

it('a claim is proposed once, whoever does it and how often', async () => {
  const { owing } = await indebted('Dubbel AB', ['2026-02-13', '2026-02-14']);
  const answers = await Promise.all([propose(owing, payer), propose(owing, other), propose(owing, payer)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.filter(({ ok }) => !ok)).toMatchObject([
    { error: { problem: { code: 'alreadyClaimed' } } },
    { error: { problem: { code: 'alreadyClaimed' } } },
  ]);
});

it('one that is declined, with a reason, can be proposed again', async () => {
  const { owing } = await indebted('Avslag AB', ['2026-02-15', '2026-02-16']);
  const first = await propose(owing);
  const claimId = first.ok ? first.value.claimId : '';
  expect(await decide(claimId, other, 'decline')).toMatchObject({
    error: { problem: { errors: [{ pointer: '/reason' }] } },
  });
  expect(await decide(claimId, other, 'decline', 'Ett underlag väntas.')).toMatchObject({ ok: true });
  expect(await candidates()).toContain('Avslag AB');
  expect(await propose(owing)).toMatchObject({ ok: true });
});

it('nothing is claimed that can be set off', async () => {
  const { office, owing } = await indebted('Lever AB', ['2026-02-17', '2026-02-18']);
  await buildPlacement(setup.owner, { office, from: '2026-02-10' });
  expect(await candidates()).not.toContain('Lever AB');
  expect(await propose(owing)).toMatchObject({ error: { problem: { code: 'canBeSetOff' } } });
});

it('nor what the provider can still dispute', async () => {
  const office = await buildEarner(setup, 'Svarar AB');
  await run(setup, '2026-02-19');
  await setup.owner.report.update({ where: { id: office.reportId }, data: { status: 'inReview' } });
  await setup.owner.report.update({ where: { id: office.reportId }, data: { status: 'rejected' } });
  await run(setup, '2026-02-20');
  const owing = await latestOf(office, 'as it is');
  expect(await candidates()).not.toContain('Svarar AB');
  expect(await propose(owing)).toMatchObject({ error: { problem: { code: 'notAccepted' } } });
});

it('nor while a run may carry the balance on, and not when one has', async () => {
  const { office, owing } = await indebted('Körning AB', ['2026-02-21', '2026-02-22']);
  const proposed = await propose(owing);
  const claimId = proposed.ok ? proposed.value.claimId : '';
  const started = await setup.perform(startStatementRun, { cutOff: '2026-02-23' }, payer);
  expect(started).toMatchObject({ ok: true });
  expect(await decide(claimId, other)).toMatchObject({ error: { problem: { code: 'runGoesOn' } } });
  await setup.owner.statementRun.updateMany({ where: { finishedAt: null }, data: { finishedAt: TODAY } });
  await run(setup, '2026-02-24');
  expect(await decide(claimId, other)).toMatchObject({ error: { problem: { code: 'newerStatement' } } });
  // The later statement holds the balance now, and it is claimed there.
  const later = await latestOf(office, 'accepted');
  expect(await propose(later)).toMatchObject({ ok: true });
});

it('nobody but a payer has anything to do with claims', async () => {
  const { office, owing } = await indebted('Andra AB', ['2026-02-25', '2026-02-26']);
  const reviewer = await buildAuthorityActor(setup.owner, 'reviewer');
  const signatory = await buildProviderActor(setup.owner, 'signatory', { provider: office.provider });
  for (const actor of [reviewer, signatory]) {
    expect(await propose(owing, actor)).toMatchObject({ error: { problem: { code: 'forbidden' } } });
    expect(await setup.read(claims, { page: 1 }, actor)).toMatchObject({ ok: false });
  }
});
