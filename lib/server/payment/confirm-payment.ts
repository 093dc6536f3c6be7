import { PAID_ON_WORDS, paidOnFault } from '#lib/domain/payment/paid-on.ts';
import { confirmPaymentInput, type ConfirmPaymentInput } from '#lib/schemas/payment.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { notifyAll } from '#lib/server/notification/notify.ts';
import { statementTelling } from '#lib/server/statement/statement-telling.ts';
import { type PlainDate, plainDate } from '#lib/shared/plain-date.ts';
import { conflict, validationProblem } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

type Locked = {
  readonly id: string;
  readonly providerId: string;
  readonly status: string;
  readonly payOn: string;
};
type State = { readonly payOn: PlainDate; readonly statements: readonly Locked[] };

/** A payer confirms that the bank has paid an authorisation: all of its statements at once, on the day the bank did. */
export const confirmPayment = defineCommand({
  name: 'payment.confirm',
  mandates: ['payer'],
  input: confirmPaymentInput,
  async lock(tx, { authorisationId }: ConfirmPaymentInput): Promise<State | null> {
    const statements = await tx.$queryRaw<Locked[]>`
      SELECT s.id::text, s.provider_id::text AS "providerId", s.status::text, a.pay_on::text AS "payOn"
      FROM statement s JOIN authorisation a ON a.id = s.authorisation_id
      WHERE a.id = ${authorisationId}::uuid ORDER BY s.id FOR UPDATE OF s`;
    const [first] = statements;
    return first === undefined ? null : { payOn: plainDate(first.payOn), statements };
  },
  // An authorisation has no version: it is confirmed once.
  version: () => null,
  guard: ({ statements }) =>
    statements.every(({ status }) => status === 'authorised')
      ? null
      : conflict([], {
          code: 'alreadyPaid',
          title: { sv: 'Utbetalningen är redan bekräftad.', en: 'The payment has been confirmed already.' },
        }),
  stepUp: () => null,
  decide({ payOn }, { paidOn }, { today }) {
    const fault = paidOnFault(paidOn, payOn, today);
    if (fault === null) return ok(paidOn);
    return err(validationProblem([{ pointer: '/paidOn', code: fault, message: PAID_ON_WORDS[fault].sv }]));
  },
  async write(tx, paidOn, { statements }, { actor, now }, { authorisationId }) {
    const personId = actor.kind === 'person' ? actor.personId : null;
    await tx.$executeRaw`UPDATE statement SET status = 'paid', paid_on = ${paidOn}::date, paid_by_person_id = ${personId}::uuid, version = version + 1
      WHERE authorisation_id = ${authorisationId}::uuid`;
    await notifyAll(
      tx,
      statements.map((statement) => statementTelling('paymentMade', statement, now)),
    );
    return { authorisationId, statements: statements.length };
  },
  audit: ({ authorisationId, statements }, paidOn) => ({
    type: 'authorisation',
    id: authorisationId,
    participantIds: [],
    detail: { paidOn, statements },
  }),
});
