import { accountValidFrom } from '#lib/domain/payment/bank-account.ts';
import { type DecideBankAccountInput, decideBankAccountInput } from '#lib/schemas/payment.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { type LockedBankAccount, lockBankAccount } from '#lib/server/payment/lock-bank-account.ts';
import { notify } from '#lib/server/notification/notify.ts';
import { mailProviders } from '#lib/server/payment/mail-provider.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import { conflict, forbidden } from '#lib/shared/problem.ts';
import { ok } from '#lib/shared/result.ts';

type State = LockedBankAccount & { readonly validFrom: PlainDate };
type Change =
  | { readonly status: 'confirmed'; readonly validFrom: PlainDate; readonly reason: null }
  | { readonly status: 'refused'; readonly validFrom: null; readonly reason: string };

const MAILS = {
  confirmed: {
    subject: 'Ert nya bankkonto är bekräftat',
    text: 'Arbetsförmedlingen har bekräftat det bankkonto som ni har begärt. Dagen då det börjar gälla står i Leverantörsportalen, under Bankkonto.\n\nKänner ni inte till det? Ring oss genast: till dess betalas er ersättning till det tidigare kontot.',
  },
  refused: {
    subject: 'Ert nya bankkonto är inte bekräftat',
    text: 'Arbetsförmedlingen har inte bekräftat det bankkonto som ni har begärt. Skälet står i Leverantörsportalen, under Bankkonto.',
  },
} as const;

/** A person at the authority confirms an account that a provider asked for, or refuses it. Never the one who asked. */
export const decideBankAccount = defineCommand({
  name: 'bankAccount.decide',
  mandates: ['payer'],
  input: decideBankAccountInput,
  async lock(tx, { bankAccountId }: DecideBankAccountInput, { today }): Promise<State | null> {
    const account = await lockBankAccount(tx, bankAccountId);
    if (account === null) return null;
    return { ...account, validFrom: accountValidFrom(today, await termsInForce(tx, today)) };
  },
  version: ({ version }, { version: seen }) => ({ seen, current: version }),
  guard({ status, requestedBy }, _, { actor }) {
    if (status !== 'requested') return conflict();
    if (actor.kind !== 'person' || actor.personId !== requestedBy) return null;
    return forbidden([
      {
        pointer: '/bankAccountId',
        code: 'ownRequest',
        message: 'Du har själv begärt kontot. Den som begär ett konto bekräftar det inte.',
        fix: 'Låt en annan utbetalare göra det.',
      },
    ]);
  },
  stepUp: () => null,
  decide: ({ validFrom }, { decision, reason }) =>
    ok<Change>(
      decision === 'confirm'
        ? { status: 'confirmed', validFrom, reason: null }
        : { status: 'refused', validFrom: null, reason },
    ),
  async write(tx, { status, validFrom, reason }, { id, providerId }, { actor, now, today }) {
    const personId = actor.kind === 'person' ? actor.personId : null;
    await tx.$executeRaw`UPDATE bank_account SET status = ${status}, valid_from = ${validFrom}::date, reason = ${reason},
      decided_by_person_id = ${personId}::uuid, decided_at = ${now}, version = version + 1 WHERE id = ${id}::uuid`;
    const to = { providerIds: [providerId], roles: ['signatory', 'providerAdmin'], on: today } as const;
    await mailProviders(tx, to, MAILS[status]);
    await notify(tx, {
      event: 'bankAccountDecided',
      to: { kind: 'providerRoles', roles: to.roles },
      about: {
        placementId: null,
        providerId,
        subject: { type: 'bankAccount', id },
        path: '/provider/bank-account',
      },
      now,
      hasOwnMail: true,
    });
    return { bankAccountId: id, status, validFrom };
  },
  audit: ({ bankAccountId, status, validFrom }) => ({
    type: 'bankAccount',
    id: bankAccountId,
    participantIds: [],
    detail: { status, validFrom },
  }),
});
