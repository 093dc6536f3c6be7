import { OwnClaims } from '#components/payment/own-claims.tsx';
import { StatementState } from '#components/payment/statement-state.tsx';
import type { PersonActor } from '#lib/domain/actor/actor.ts';
import { load } from '#lib/server/http/page.ts';
import { ownClaims } from '#lib/server/payment/claims.ts';
import { statementPayments } from '#lib/server/payment/statement-payments.ts';

type Props = {
  readonly actor: PersonActor;
  readonly statementId: string;
  readonly isProvider: boolean;
};

/** How a statement's payment stands; for its provider also whether its balance is claimed. */
export async function PaymentPart({ actor, statementId, isProvider }: Props) {
  const payments = await load(statementPayments, actor, { statementIds: [statementId] });
  const payment = payments.get(statementId);
  const claims = isProvider ? await load(ownClaims, actor, {}) : [];
  return (
    <>
      {payment !== undefined && (
        <p className="mb-6">
          <StatementState payment={payment} />
        </p>
      )}
      <OwnClaims claims={claims.filter((claim) => claim.statementId === statementId)} />
    </>
  );
}
