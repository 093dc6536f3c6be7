import { type ExpectedPayDay, expectedPayDay } from '#lib/domain/payment/expected-pay-day.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import type { Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** When a month's reports are paid that are sent on a day, today where none is given; by the terms of that day. */
export const expectedDay = defineQuery({
  name: 'payment.expectedDay',
  mandates: ['signatory', 'reporter', 'providerAdmin'],
  purpose: 'Ersättning till leverantören',
  run: async (
    tx,
    { month, sentOn }: { readonly month: Month; readonly sentOn: PlainDate | null },
    { today },
  ): Promise<ExpectedPayDay> => {
    const on = sentOn ?? today;
    return expectedPayDay(month, await termsInForce(tx, on), on);
  },
  reads: () => null,
});
