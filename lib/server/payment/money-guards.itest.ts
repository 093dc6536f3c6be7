import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '#lib/domain/actor/actor.ts';
import { inTransaction, type Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import {
  acceptedStatements,
  buildAccount,
  buildEarner,
  openPaymentSetup,
  PAY_DAY,
  PAYABLE_ORE,
  type PaymentSetup,
  TODAY,
} from '#lib/server/payment/testing/payment-setup.ts';
import { run } from '#lib/server/statement/testing/run-setup.ts';
import type { BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { buildOutcome } from '#lib/server/testing/builders/outcome.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildAuthorityActor, buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import { type PlainDate, plainDate } from '#lib/shared/plain-date.ts';

// The application's rules left out altogether: SQL of the app's own role, in any role that there is.
let setup: PaymentSetup;
let office: BuiltOffice;
let other: BuiltOffice;
let account: string;
let statementId: string;
let otherStatement: string;
let payer: PersonActor;
let secondPayer: PersonActor;
let everybody: Readonly<Record<string, PersonActor>>;
beforeAll(async () => {
  setup = await openPaymentSetup();
  office = await buildEarner(setup, 'Spärr AB');
  other = await buildEarner(setup, 'Annan AB');
  account = await buildAccount(setup, office);
  [statementId = '', otherStatement = ''] = await acceptedStatements(setup, '2026-03-10', [office, other]);
  const { provider } = office;
  payer = await buildAuthorityActor(setup.owner, 'payer');
  secondPayer = await buildAuthorityActor(setup.owner, 'payer');
  everybody = {
    signatory: await buildProviderActor(setup.owner, 'signatory', { provider }),
    reporter: await buildProviderActor(setup.owner, 'reporter', { provider }),
    providerAdmin: await buildProviderActor(setup.owner, 'providerAdmin', { provider }),
    reviewer: await buildAuthorityActor(setup.owner, 'reviewer'),
    caseworker: await buildAuthorityActor(setup.owner, 'caseworker'),
    agreementAdmin: await buildAuthorityActor(setup.owner, 'agreementAdmin'),
    auditor: await buildAuthorityActor(setup.owner, 'auditor'),
    payer,
  };
});
afterAll(async () => setup.close());

class Undone extends Error {}

/** Rows that a statement touches, or why it is refused. Nothing of it stays. */
async function attempt(actor: PersonActor, act: (tx: Tx) => Promise<number>): Promise<string> {
  let touched = 0;
  try {
    await inTransaction(setup.app, actor, async (tx) => {
      touched = await act(tx);
      await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
      throw new Undone();
    });
    return 'unreachable';
  } catch (error) {
    if (error instanceof Undone) return touched === 0 ? 'nothing' : 'done';
    return 'refused';
  }
}

/** The roles in which a statement given straight to the database is not refused. */
async function doneBy(act: (tx: Tx, actor: PersonActor) => Promise<number>): Promise<readonly string[]> {
  const done: string[] = [];
  for (const [role, actor] of Object.entries(everybody)) {
    if ((await attempt(actor, (tx) => act(tx, actor))) === 'done') done.push(role);
  }
  return done;
}

type Signed = {
  readonly id?: string;
  readonly amountOre?: number;
  readonly bankAccountId?: string;
  readonly payOn?: PlainDate;
  readonly contentHash?: string;
};

/** Signs for one statement and authorises it, as far as the database lets it. */
async function authorise(tx: Tx, actor: PersonActor, given: Signed = {}): Promise<number> {
  const { id = statementId, amountOre = PAYABLE_ORE, bankAccountId = account, payOn = PAY_DAY } = given;
  const [found] = await tx.$queryRaw<{ contentHash: string }[]>`
    SELECT content_hash AS "contentHash" FROM statement WHERE id = ${id}::uuid`;
  const contentHash = given.contentHash ?? found?.contentHash ?? '';
  const content = { statements: [{ statementId: id, contentHash, payableOre: amountOre, bankAccountId }] };
  const authorisationId = newId();
  await tx.$executeRaw`INSERT INTO authorisation (id, pay_on, person_id, content, content_hash, statement_count, amount_ore, authenticated_at, authorised_at)
    VALUES (${authorisationId}::uuid, ${payOn}::date, ${actor.personId}::uuid, ${JSON.stringify(content)}::jsonb, '', 1, ${amountOre}, ${TODAY}, ${TODAY})`;
  return await tx.$executeRaw`UPDATE statement SET status = 'authorised', authorisation_id = ${authorisationId}::uuid, bank_account_id = ${bankAccountId}::uuid
    WHERE id = ${id}::uuid`;
}

describe('an authorisation', () => {
  it('is made by a payer alone', async () =>
    expect(await doneBy((tx, actor) => authorise(tx, actor))).toEqual(['payer']));

  it('is for the sum and the content of the statement', async () => {
    expect(await attempt(payer, (tx) => authorise(tx, payer, { amountOre: PAYABLE_ORE + 100 }))).toBe(
      'refused',
    );
    expect(await attempt(payer, (tx) => authorise(tx, payer, { contentHash: '0'.repeat(64) }))).toBe(
      'refused',
    );
  });

  it('pays to an account of the provider itself that is in force on the pay day, and the latest of them', async () => {
    const foreign = await buildAccount(setup, other);
    expect(await attempt(payer, (tx) => authorise(tx, payer, { bankAccountId: foreign }))).toBe('refused');
    expect(await attempt(payer, (tx) => authorise(tx, payer, { payOn: plainDate('2026-01-10') }))).toBe(
      'refused',
    );
    expect(
      await attempt(payer, (tx) => authorise(tx, payer, { id: otherStatement, bankAccountId: foreign })),
    ).toBe('done');
    await buildAccount(setup, other, '2026-02-01', '987654321');
    expect(
      await attempt(payer, (tx) => authorise(tx, payer, { id: otherStatement, bankAccountId: foreign })),
    ).toBe('refused');
  });

  it('is not one for which no statement is authorised', async () => {
    expect(
      await attempt(
        payer,
        (
          tx,
        ) => tx.$executeRaw`INSERT INTO authorisation (id, pay_on, person_id, content, content_hash, statement_count, amount_ore, authenticated_at, authorised_at)
          VALUES (${newId()}::uuid, ${PAY_DAY}::date, ${payer.personId}::uuid, '{"statements":[]}', '', 1, 100, ${TODAY}, ${TODAY})`,
      ),
    ).toBe('refused');
  });

  it('is confirmed as paid by a payer alone, in the own name, and then stands', async () => {
    const pay = (tx: Tx, personId: string) =>
      tx.$executeRaw`UPDATE statement SET status = 'paid', paid_on = ${PAY_DAY}::date, paid_by_person_id = ${personId}::uuid WHERE id = ${statementId}::uuid`;
    await inTransaction(setup.app, payer, (tx) => authorise(tx, payer));
    expect(await doneBy((tx, actor) => pay(tx, actor.personId))).toEqual(['payer']);
    expect(await attempt(payer, (tx) => pay(tx, secondPayer.personId))).toBe('refused');
    await inTransaction(setup.app, payer, (tx) => pay(tx, payer.personId));
    const later = (tx: Tx) =>
      tx.$executeRaw`UPDATE statement SET paid_on = paid_on + 1 WHERE id = ${statementId}::uuid`;
    expect(await attempt(payer, later)).toBe('refused');
  });
});

describe('a proposed statement', () => {
  let id: string;
  beforeAll(async () => {
    const where = { id: (await earner()).reportId };
    await setup.owner.report.update({ where, data: { status: 'inReview' } });
    await setup.owner.report.update({ where, data: { status: 'rejected' } });
    const runId = await run(setup, '2026-04-10');
    ({ id } = await setup.owner.statement.findFirstOrThrow({
      where: { runId, providerId: office.provider.id },
    }));
  });
  const earner = async () => {
    const { id: reportId } = await setup.owner.report.findFirstOrThrow({
      where: { providerId: office.provider.id },
    });
    return { reportId };
  };

  it('keeps its day to answer by', async () =>
    expect(
      await doneBy(
        (tx) => tx.$executeRaw`UPDATE statement SET accept_by = accept_by + 30 WHERE id = ${id}::uuid`,
      ),
    ).toEqual([]));

  it('is disputed with a dispute alone', async () =>
    expect(
      await doneBy((tx) => tx.$executeRaw`UPDATE statement SET status = 'disputed' WHERE id = ${id}::uuid`),
    ).toEqual([]));

  it('is accepted by its signatory alone', async () =>
    expect(
      await doneBy(
        (tx, actor) =>
          tx.$executeRaw`UPDATE statement SET status = 'accepted', accepted_at = now(), accepted_by = 'signatory', accepted_by_person_id = ${actor.personId}::uuid WHERE id = ${id}::uuid`,
      ),
    ).toEqual(['signatory']));

  it('has its balance claimed as it is, once it is accepted, and decided in the own name', async () => {
    const claimId = newId();
    const [{ owed } = { owed: 0n }] = await setup.owner.$queryRaw<{ owed: bigint }[]>`
      SELECT -balance_out_ore AS owed FROM statement WHERE id = ${id}::uuid`;
    expect(owed).toBe(170_625n);
    const claim = (tx: Tx, amountOre: bigint, providerId = office.provider.id) =>
      tx.$executeRaw`INSERT INTO claim (id, provider_id, statement_id, amount_ore, status, reason, proposed_by_person_id, proposed_at)
        VALUES (${claimId}::uuid, ${providerId}::uuid, ${id}::uuid, ${amountOre}, 'proposed', 'Prov', ${payer.personId}::uuid, now())`;
    expect(await attempt(payer, (tx) => claim(tx, owed))).toBe('refused');
    await setup.owner.statement.update({
      where: { id },
      data: { status: 'accepted', acceptedAt: TODAY, acceptedBy: 'silence' },
    });
    expect(await attempt(payer, (tx) => claim(tx, owed + 1n))).toBe('refused');
    expect(await attempt(payer, (tx) => claim(tx, owed, other.provider.id))).toBe('refused');
    await inTransaction(setup.app, payer, (tx) => claim(tx, owed));
    const decide = (tx: Tx, personId: string) =>
      tx.$executeRaw`UPDATE claim SET status = 'decided', decided_by_person_id = ${personId}::uuid, decided_at = now(), due_on = current_date + 30 WHERE id = ${claimId}::uuid`;
    expect(await attempt(payer, (tx) => decide(tx, payer.personId))).toBe('refused');
    expect(await attempt(payer, (tx) => decide(tx, secondPayer.personId))).toBe('refused');
    expect(await attempt(secondPayer, (tx) => decide(tx, secondPayer.personId))).toBe('done');
  });
});

describe('an outcome', () => {
  let outcomeId: string;
  beforeAll(async () => {
    const placement = await buildPlacement(setup.owner, { office, level: 'B', from: '2026-01-02' });
    outcomeId = await buildOutcome(setup.owner, { placement, from: '2026-03-02', status: 'submitted' });
  });
  const approve = (tx: Tx) =>
    tx.$executeRaw`UPDATE outcome SET status = 'approved', verified_through = '2026-09-01' WHERE id = ${outcomeId}::uuid`;
  const decide = (tx: Tx, personId: string, through = '2026-09-01') =>
    tx.$executeRaw`INSERT INTO outcome_decision (id, outcome_id, decision, verified_through, reason, decided_by_person_id, decided_at)
      VALUES (${newId()}::uuid, ${outcomeId}::uuid, 'approve', ${through}::date, 'Intyg i akten', ${personId}::uuid, now())`;

  it('is approved by nobody without a decision', async () => expect(await doneBy(approve)).toEqual([]));

  it('is approved by a reviewer with the decision that says so, in the own name', async () => {
    expect(
      await doneBy(async (tx, { personId }) => (await decide(tx, personId)) && (await approve(tx))),
    ).toEqual(['reviewer']);
    expect(
      await doneBy(
        async (tx, { personId }) => (await decide(tx, personId, '2026-08-01')) && (await approve(tx)),
      ),
    ).toEqual([]);
    expect(
      await doneBy(async (tx) => (await decide(tx, secondPayer.personId)) && (await approve(tx))),
    ).toEqual([]);
  });

  it('is taken back by a caseworker, and gets no more spells', async () => {
    expect(
      await doneBy(
        (tx) => tx.$executeRaw`UPDATE outcome SET status = 'withdrawn' WHERE id = ${outcomeId}::uuid`,
      ),
    ).toEqual(['caseworker']);
    expect(
      await doneBy(
        (tx) =>
          tx.$executeRaw`INSERT INTO outcome_spell (outcome_id, number, "from", extent_percent) VALUES (${outcomeId}::uuid, 9, '2026-03-02', 100)`,
      ),
    ).toEqual([]);
  });
});

describe('a run and a correction', () => {
  it('a run is started by a payer in the own name', async () => {
    const start = (tx: Tx, personId: string) =>
      tx.$executeRaw`INSERT INTO statement_run (id, cut_off, started_by_person_id, started_at) VALUES (${newId()}::uuid, '2026-05-10', ${personId}::uuid, now())`;
    expect(await doneBy((tx, actor) => start(tx, actor.personId))).toEqual(['payer']);
    expect(await attempt(payer, (tx) => start(tx, secondPayer.personId))).toBe('refused');
    expect(
      await doneBy((tx) => tx.$executeRaw`UPDATE statement_run SET started_by_person_id = ${newId()}::uuid`),
    ).toEqual([]);
  });

  it('a correction is declared, and decided, in the own name', async () => {
    const id = newId();
    const declare = (tx: Tx, personId: string) =>
      tx.$executeRaw`INSERT INTO placement_correction (id, what, occurred_on, status, declared_by_person_id, declared_at, calculated_on)
        VALUES (${id}::uuid, 'Fel nivå lästes in.', '2026-01-01', 'draft', ${personId}::uuid, now(), '2026-01-01')`;
    expect(await doneBy((tx, actor) => declare(tx, actor.personId))).toEqual(['agreementAdmin']);
    const { agreementAdmin: declarer } = everybody;
    if (declarer === undefined) throw new Error('There is nobody to declare');
    await inTransaction(setup.app, declarer, (tx) => declare(tx, declarer.personId));
    await setup.owner
      .$executeRaw`UPDATE placement_correction SET status = 'submitted', submitted_at = now() WHERE id = ${id}::uuid`;
    const colleague = await buildAuthorityActor(setup.owner, 'agreementAdmin');
    const decide = (tx: Tx, personId: string) =>
      tx.$executeRaw`UPDATE placement_correction SET status = 'decided', decided_by_person_id = ${personId}::uuid, decided_at = now(), authenticated_at = now(), content_hash = '' WHERE id = ${id}::uuid`;
    expect(await doneBy((tx) => decide(tx, colleague.personId))).toEqual([]);
    expect(await attempt(colleague, (tx) => decide(tx, colleague.personId))).toBe('done');
  });
});
