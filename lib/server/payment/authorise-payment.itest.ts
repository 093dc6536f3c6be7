import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '#lib/domain/actor/actor.ts';
import { newId } from '#lib/server/ids.ts';
import { authorisePayment } from '#lib/server/payment/authorise-payment.ts';
import { authorisedPayments } from '#lib/server/payment/authorised-payments.ts';
import { confirmPayment } from '#lib/server/payment/confirm-payment.ts';
import { payDay } from '#lib/server/payment/pay-day.ts';
import { payDays } from '#lib/server/payment/pay-days.ts';
import { readAuthorisation } from '#lib/server/payment/read-authorisation.ts';
import { expectedPayments, statementPayments } from '#lib/server/payment/statement-payments.ts';
import {
  acceptedStatements,
  buildAccount,
  buildEarner,
  openPaymentSetup,
  PAY_DAY,
  PAYABLE_ORE,
  type PaymentSetup,
  preview,
  sign,
  TODAY,
} from '#lib/server/payment/testing/payment-setup.ts';
import { run } from '#lib/server/statement/testing/run-setup.ts';
import type { BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { buildPerson } from '#lib/server/testing/builders/person.ts';
import { buildAuthorityActor, buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

let setup: PaymentSetup;
let payer: PersonActor;
let other: PersonActor;
beforeAll(async () => {
  setup = await openPaymentSetup();
  payer = await buildAuthorityActor(setup.owner, 'payer');
  other = await buildAuthorityActor(setup.owner, 'payer');
});
afterAll(async () => setup.close());

let days = 9;
/** Providers with one accepted statement each, at a cut-off of their own; those in `without` have no account. */
async function accepted(
  names: readonly string[],
  without: readonly string[] = [],
): Promise<{ readonly ids: readonly string[]; readonly offices: readonly BuiltOffice[] }> {
  const offices = [];
  for (const name of names) {
    const office = await buildEarner(setup, name);
    if (!without.includes(name)) await buildAccount(setup, office);
    offices.push(office);
  }
  days += 1;
  return { offices, ids: await acceptedStatements(setup, `2026-03-${days}`, offices) };
}

async function statusOf(id: string): Promise<string> {
  return (await setup.owner.statement.findUniqueOrThrow({ where: { id } })).status;
}

async function signedBy(actor: PersonActor, ids: readonly string[]): Promise<string> {
  const signed = await sign(setup, actor, await preview(setup, actor, ids));
  if (!signed.ok) throw new Error(JSON.stringify(signed.error));
  return signed.value.authorisationId;
}

describe('a payer authorises statements for a pay day', () => {
  it('exactly those that were shown, for exactly what was shown, once', async () => {
    const { ids, offices } = await accepted(['Alfa AB', 'Beta AB']);
    const shown = await preview(setup, payer, ids);
    expect(shown.content).toMatchObject({ statementCount: 2, amountOre: 2 * PAYABLE_ORE, payOn: PAY_DAY });
    expect(shown.content.statements.map(({ maskedAccount }) => maskedAccount)).toEqual([
      '•••• 6789',
      '•••• 6789',
    ]);
    const key = newId();
    const signed = await sign(setup, payer, shown, key);
    expect(signed).toMatchObject({ ok: true, value: { contentHash: shown.contentHash, statementCount: 2 } });
    expect(await sign(setup, payer, shown, key)).toEqual(signed);
    expect(await setup.owner.authorisation.count()).toBe(1);
    for (const id of ids) expect(await statusOf(id)).toBe('authorised');
    const authorisationId = signed.ok ? signed.value.authorisationId : '';
    expect(await setup.read(readAuthorisation, { authorisationId }, other)).toMatchObject({
      ok: true,
      value: {
        isIntact: true,
        contentHash: shown.contentHash,
        row: { state: 'authorised', statementCount: 2 },
      },
    });
    // The seam for the payment file: all that it needs, in an order that does not change.
    const payments = await setup.read(authorisedPayments, { authorisationId }, payer);
    const orgNos = offices.map(({ provider }) => provider.orgNo).toSorted();
    expect(payments).toMatchObject({
      ok: true,
      value: orgNos.map((orgNo) => ({
        payOn: PAY_DAY,
        amountOre: PAYABLE_ORE,
        reference: expect.stringMatching(new RegExp(`^${orgNo}20260310\\d$`)),
        provider: { orgNo },
        account: { clearingNumber: '6000', accountNumber: '123456789' },
      })),
    });
  });

  it('with the e-ID for this very content', async () => {
    const { ids } = await accepted(['Gamma AB']);
    const shown = await preview(setup, payer, ids);
    const statements = [{ statementId: ids[0], version: shown.versions[ids[0] ?? ''] }];
    const input = { payOn: PAY_DAY, contentHash: shown.contentHash, statements };
    expect(await setup.perform(authorisePayment, input, payer)).toMatchObject({
      ok: false,
      error: {
        problem: { code: 'stepUpRequired' },
        stepUp: { purpose: 'authorisePayment', contentHash: shown.contentHash },
      },
    });
    expect(await statusOf(ids[0] ?? '')).toBe('accepted');
  });

  it('and nobody else does', async () => {
    const { ids, offices } = await accepted(['Delta AB']);
    const shown = await preview(setup, payer, ids);
    const reviewer = await buildAuthorityActor(setup.owner, 'reviewer');
    const provider = offices[0]?.provider ?? { id: '', orgNo: '', name: '' };
    const signatory = await buildProviderActor(setup.owner, 'signatory', { provider });
    for (const actor of [reviewer, signatory]) {
      expect(await sign(setup, actor, shown)).toMatchObject({
        ok: false,
        error: { problem: { code: 'forbidden' } },
      });
    }
    expect(await statusOf(ids[0] ?? '')).toBe('accepted');
  });

  it('all of them or none: what has changed meanwhile is named', async () => {
    const { ids } = await accepted(['Epsilon AB', 'Zeta AB']);
    const shown = await preview(setup, payer, ids);
    await signedBy(other, ids.slice(0, 1));
    expect(await sign(setup, payer, shown)).toMatchObject({
      ok: false,
      error: {
        problem: {
          status: 409,
          errors: [{ code: 'changedMeanwhile', message: 'Epsilon AB: Underlaget är redan attesterat.' }],
        },
      },
    });
    expect(await statusOf(ids[1] ?? '')).toBe('accepted');
  });

  it('and not to another account than was shown', async () => {
    const { ids, offices } = await accepted(['Eta AB']);
    const shown = await preview(setup, payer, ids);
    if (offices[0] !== undefined) await buildAccount(setup, offices[0], '2026-06-01', '12345679');
    expect(await sign(setup, payer, shown)).toMatchObject({
      ok: false,
      error: { problem: { status: 409, errors: [{ code: 'contentChanged' }] } },
    });
    // Read again, it goes to the account that is in force on the pay day.
    expect((await preview(setup, payer, ids)).content.statements[0]?.maskedAccount).toBe('•••• 5679');
  });

  it('two at the same time: one wins, the other is told', async () => {
    const { ids } = await accepted(['Theta AB', 'Jota AB', 'Kappa AB']);
    const [mine, theirs] = [await preview(setup, payer, ids), await preview(setup, other, ids.toReversed())];
    const answers = await Promise.all([sign(setup, payer, mine), sign(setup, other, theirs)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { problem: { status: 409 } } });
    const rows = await setup.owner.statement.findMany({ where: { id: { in: [...ids] } } });
    expect(new Set(rows.map(({ authorisationId }) => authorisationId)).size).toBe(1);
  });
});

describe('four eyes', () => {
  const CASES: Readonly<Record<string, (id: string) => Promise<void>>> = {
    startedRun: async (id) => {
      const { runId } = await setup.owner.statement.findUniqueOrThrow({ where: { id } });
      await setup.owner.statementRun.update({
        where: { id: runId },
        data: { startedByPersonId: payer.personId },
      });
    },
    submitted: async (id) => {
      const report = await reportOf(id);
      // A later version of the same month, sent by the payer in another role.
      await setup.owner.report.create({
        data: {
          ...report,
          id: newId(),
          number: 2,
          status: 'withdrawn',
          submittedByPersonId: payer.personId,
        },
      });
    },
    reviewed: async (id) => {
      const decidedBy = { decidedByPersonId: payer.personId, decidedAt: TODAY };
      await setup.owner.reviewDecision.create({
        data: { id: newId(), reportId: (await reportOf(id)).id, decision: 'approve', ...decidedBy },
      });
    },
  };

  async function reportOf(id: string) {
    const { providerId } = await setup.owner.statement.findUniqueOrThrow({ where: { id } });
    return await setup.owner.report.findFirstOrThrow({ where: { providerId } });
  }

  /** The database with the application's rule taken away: what it says to this payer by itself. */
  async function byDatabaseAlone(id: string, account: string): Promise<unknown> {
    const authorisationId = newId();
    await setup.owner
      .$executeRaw`INSERT INTO authorisation (id, pay_on, person_id, content, content_hash, statement_count, amount_ore, authenticated_at, authorised_at)
      VALUES (${authorisationId}::uuid, ${PAY_DAY}::date, ${payer.personId}::uuid, '{}', '', 1, 1, ${TODAY}, ${TODAY})`;
    return await setup.owner
      .$executeRaw`UPDATE statement SET status = 'authorised', authorisation_id = ${authorisationId}::uuid, bank_account_id = ${account}::uuid WHERE id = ${id}::uuid`;
  }

  it.each(Object.entries(CASES))(
    'who has a part in a statement does not authorise it: %s',
    async (code, takePart) => {
      const { ids } = await accepted([`${code} AB`]);
      const [id = ''] = ids;
      await takePart(id);
      expect((await preview(setup, payer, ids)).left).toMatchObject([{ obstacle: code }]);
      const shown = await preview(setup, other, ids);
      expect(await sign(setup, payer, shown)).toMatchObject({
        ok: false,
        error: {
          problem: { status: 403, errors: [{ code, message: expect.stringContaining('attesterar') }] },
        },
      });
      await expect(byDatabaseAlone(id, shown.content.statements[0]?.bankAccountId ?? '')).rejects.toThrow(
        'who authorises has neither submitted, reviewed, started nor accepted',
      );
      expect(await signedBy(other, ids)).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  it('nor does who accepted it', async () => {
    const office = await buildEarner(setup, 'Godkänd AB');
    const account = await buildAccount(setup, office);
    await run(setup, '2026-03-08');
    const statement = await setup.owner.statement.findFirstOrThrow({
      where: { providerId: office.provider.id },
    });
    await setup.owner.statement.update({
      where: { id: statement.id },
      data: {
        status: 'accepted',
        acceptedAt: new Date('2026-06-10T12:00:00Z'),
        acceptedBy: 'signatory',
        acceptedByPersonId: payer.personId,
      },
    });
    expect((await preview(setup, payer, [statement.id])).left).toMatchObject([{ obstacle: 'accepted' }]);
    await expect(byDatabaseAlone(statement.id, account)).rejects.toThrow('who authorises has neither');
  });
});

describe('what hinders a payment is said, and only that statement waits', () => {
  it('without an account, or with one that is in force later', async () => {
    const { ids, offices } = await accepted(['Kontolös AB'], ['Kontolös AB']);
    const [id = ''] = ids;
    expect((await preview(setup, payer, ids)).left).toMatchObject([{ obstacle: 'noAccount' }]);
    if (offices[0] !== undefined) await buildAccount(setup, offices[0], '2026-06-26');
    const seen = await preview(setup, payer, ids);
    expect(seen.left).toMatchObject([{ obstacle: 'accountWaits' }]);
    const version = (await setup.owner.statement.findUniqueOrThrow({ where: { id } })).version;
    const input = {
      payOn: PAY_DAY,
      contentHash: seen.contentHash,
      statements: [{ statementId: id, version }],
    };
    expect(await setup.perform(authorisePayment, input, payer)).toMatchObject({
      ok: false,
      error: { problem: { code: 'cannotAuthorise', errors: [{ code: 'accountWaits' }] } },
    });
    // From the day after, it can be paid there.
    expect(
      await setup.read(payDay, { date: PAY_DAY, q: 'kontolös', view: 'hindered', page: 1 }, payer),
    ).toMatchObject({
      ok: true,
      value: { rows: { items: [{ providerName: 'Kontolös AB', obstacle: 'accountWaits' }] } },
    });
  });

  it('a day that is no pay day is none', async () => {
    const { ids } = await accepted(['Fel dag AB']);
    const shown = await preview(setup, payer, ids);
    const statements = [{ statementId: ids[0], version: shown.versions[ids[0] ?? ''] }];
    const input = { payOn: '2026-06-24', contentHash: shown.contentHash, statements };
    expect(await setup.perform(authorisePayment, input, payer)).toMatchObject({
      ok: false,
      error: { problem: { code: 'noPayDay' } },
    });
    const query = { q: '', view: 'ready', page: 1 } as const;
    expect(await setup.read(payDay, { date: plainDate('2026-06-24'), ...query }, payer)).toMatchObject({
      ok: false,
      error: { code: 'notFound' },
    });
  });
});

describe('paid', () => {
  it('on a day that has been, from the pay day on, once; the signatories are told and see it', async () => {
    const { ids, offices } = await accepted(['Betald AB']);
    const provider = offices[0]?.provider ?? { id: '', orgNo: '', name: '' };
    const person = await buildPerson(setup.owner, { email: 'signatur@betald.example' });
    const signatory = await buildProviderActor(setup.owner, 'signatory', { provider, person });
    const authorisationId = await signedBy(payer, ids);
    expect(await setup.read(expectedPayments, {}, signatory)).toMatchObject({
      ok: true,
      value: {
        days: expect.arrayContaining([
          expect.objectContaining({
            payOn: PAY_DAY,
            payments: [expect.objectContaining({ status: 'authorised' })],
          }),
        ]),
      },
    });
    const after = new Date('2026-06-26T09:00:00Z');
    const confirm = async (paidOn: string, now = after) =>
      setup.perform(confirmPayment, { authorisationId, paidOn }, other, now);
    expect(await confirm('2026-06-24')).toMatchObject({
      error: { problem: { errors: [{ code: 'beforePayDay' }] } },
    });
    expect(await confirm('2026-06-27')).toMatchObject({
      error: { problem: { errors: [{ code: 'inFuture' }] } },
    });
    expect(await setup.read(payDays, { page: 1 }, other, after)).toMatchObject({
      ok: true,
      value: { toConfirm: expect.arrayContaining([expect.objectContaining({ id: authorisationId })]) },
    });
    expect(await confirm('2026-06-25')).toEqual({ ok: true, value: { authorisationId, statements: 1 } });
    expect(await confirm('2026-06-25')).toMatchObject({ error: { problem: { code: 'alreadyPaid' } } });
    const states = await setup.read(statementPayments, { statementIds: ids }, signatory, after);
    expect(states.ok && states.value.get(ids[0] ?? '')).toMatchObject({
      status: 'paid',
      paidOn: '2026-06-25',
      payOn: PAY_DAY,
    });
    const mails = await setup.owner.$queryRaw<{ data: { to: string; text: string } }[]>`
      SELECT data FROM pgboss.job WHERE name = 'mail.send' AND data ->> 'to' = 'signatur@betald.example' AND data ->> 'subject' = 'Ersättning har betalats ut'`;
    expect(mails).toHaveLength(1);
    expect(mails[0]?.data.text).not.toMatch(/\d/);
  });

  it('by nobody at a provider', async () => {
    const { ids, offices } = await accepted(['Utan rätt AB']);
    const provider = offices[0]?.provider ?? { id: '', orgNo: '', name: '' };
    const signatory = await buildProviderActor(setup.owner, 'signatory', { provider });
    const authorisationId = await signedBy(payer, ids);
    expect(
      await setup.perform(confirmPayment, { authorisationId, paidOn: '2026-06-25' }, signatory),
    ).toMatchObject({
      error: { problem: { code: 'forbidden' } },
    });
    expect(await setup.read(authorisedPayments, { authorisationId }, signatory)).toMatchObject({ ok: false });
  });
});

it('the coming pay days tell how much stands where', async () => {
  const overview = await setup.read(payDays, { page: 1 }, payer);
  const rows = await setup.owner.statement.findMany({ where: { payableOre: { gt: 0 } } });
  const count = (status: string) => rows.filter((row) => row.status === status).length;
  expect(overview.ok && overview.value.days).toHaveLength(12);
  expect(overview.ok && overview.value.days[0]).toMatchObject({
    payOn: PAY_DAY,
    acceptedThrough: '2026-06-23',
    accepted: { statements: count('accepted'), amountOre: count('accepted') * PAYABLE_ORE },
    withoutAccount: { statements: 1 },
    authorised: { statements: count('authorised') },
  });
});
