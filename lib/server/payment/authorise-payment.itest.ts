import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '#lib/domain/actor/actor.ts';
import { newId } from '#lib/server/ids.ts';
import { authorisePayment } from '#lib/server/payment/authorise-payment.ts';
import { authorisedPayments } from '#lib/server/payment/authorised-payments.ts';
import { payDay } from '#lib/server/payment/pay-day.ts';
import { payDays } from '#lib/server/payment/pay-days.ts';
import { readAuthorisation } from '#lib/server/payment/read-authorisation.ts';
import {
  accepted,
  signedBy,
  buildAccount,
  openPaymentSetup,
  PAY_DAY,
  PAYABLE_ORE,
  type PaymentSetup,
  preview,
  sign,
} from '#lib/server/payment/testing/payment-setup.ts';
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

async function statusOf(id: string): Promise<string> {
  return (await setup.owner.statement.findUniqueOrThrow({ where: { id } })).status;
}

describe('a payer authorises statements for a pay day', () => {
  it('exactly those that were shown, for exactly what was shown, once', async () => {
    const { ids, offices } = await accepted(setup, ['Alfa AB', 'Beta AB']);
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
    const { ids } = await accepted(setup, ['Gamma AB']);
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
    const { ids, offices } = await accepted(setup, ['Delta AB']);
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
    const { ids } = await accepted(setup, ['Epsilon AB', 'Zeta AB']);
    const shown = await preview(setup, payer, ids);
    await signedBy(setup, other, ids.slice(0, 1));
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
    const { ids, offices } = await accepted(setup, ['Eta AB']);
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
    const { ids } = await accepted(setup, ['Theta AB', 'Jota AB', 'Kappa AB']);
    const [mine, theirs] = [await preview(setup, payer, ids), await preview(setup, other, ids.toReversed())];
    const answers = await Promise.all([sign(setup, payer, mine), sign(setup, other, theirs)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { problem: { status: 409 } } });
    const rows = await setup.owner.statement.findMany({ where: { id: { in: [...ids] } } });
    expect(new Set(rows.map(({ authorisationId }) => authorisationId)).size).toBe(1);
  });
});

describe('what hinders a payment is said, and only that statement waits', () => {
  it('without an account, or with one that is in force later', async () => {
    const { ids, offices } = await accepted(setup, ['Kontolös AB'], ['Kontolös AB']);
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
    const { ids } = await accepted(setup, ['Fel dag AB']);
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
