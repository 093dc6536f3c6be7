import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '#lib/domain/actor/actor.ts';
import { authorisedPayments } from '#lib/server/payment/authorised-payments.ts';
import { confirmPayment } from '#lib/server/payment/confirm-payment.ts';
import { payDays } from '#lib/server/payment/pay-days.ts';
import { expectedPayments, statementPayments } from '#lib/server/payment/statement-payments.ts';
import {
  accepted,
  signedBy,
  openPaymentSetup,
  PAY_DAY,
  type PaymentSetup,
} from '#lib/server/payment/testing/payment-setup.ts';
import { buildPerson } from '#lib/server/testing/builders/person.ts';
import { buildAuthorityActor, buildProviderActor } from '#lib/server/testing/builders/staff.ts';

let setup: PaymentSetup;
let payer: PersonActor;
let other: PersonActor;
beforeAll(async () => {
  setup = await openPaymentSetup();
  payer = await buildAuthorityActor(setup.owner, 'payer');
  other = await buildAuthorityActor(setup.owner, 'payer');
});
afterAll(async () => setup.close());

describe('paid', () => {
  it('on a day that has been, from the pay day on, once; the signatories are told and see it', async () => {
    const { ids, offices } = await accepted(setup, ['Betald AB']);
    const provider = offices[0]?.provider ?? { id: '', orgNo: '', name: '' };
    const person = await buildPerson(setup.owner, { email: 'signatur@betald.example' });
    const signatory = await buildProviderActor(setup.owner, 'signatory', { provider, person });
    const authorisationId = await signedBy(setup, payer, ids);
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
    expect(
      await setup.owner.notification.findMany({
        where: { event: 'paymentMade', personId: signatory.personId },
      }),
    ).toMatchObject([{ path: `/provider/statements/${ids[0] ?? ''}`, mail: 'waiting' }]);
  });

  it('by nobody at a provider', async () => {
    const { ids, offices } = await accepted(setup, ['Utan rätt AB']);
    const provider = offices[0]?.provider ?? { id: '', orgNo: '', name: '' };
    const signatory = await buildProviderActor(setup.owner, 'signatory', { provider });
    const authorisationId = await signedBy(setup, payer, ids);
    expect(
      await setup.perform(confirmPayment, { authorisationId, paidOn: '2026-06-25' }, signatory),
    ).toMatchObject({
      error: { problem: { code: 'forbidden' } },
    });
    expect(await setup.read(authorisedPayments, { authorisationId }, signatory)).toMatchObject({ ok: false });
  });
});
