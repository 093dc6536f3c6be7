import type { ReactNode } from 'react';
import { OwnClaims } from '#components/payment/own-claims.tsx';
import { StatementState } from '#components/payment/statement-state.tsx';
import type { PersonActor } from '#lib/domain/actor/actor.ts';
import { load } from '#lib/server/http/page.ts';
import { ownClaims } from '#lib/server/payment/claims.ts';
import { statementPayments } from '#lib/server/payment/statement-payments.ts';

type Props = {
  readonly actor: PersonActor;
  readonly statementId: string;
};

/** For a statement's provider: whether its balance is claimed. */
export async function ClaimPart({ actor, statementId }: Props) {
  const claims = await load(ownClaims, actor, {});
  return <OwnClaims claims={claims.filter((claim) => claim.statementId === statementId)} />;
}

/** How a statement stands on its way to being paid; the days are in the answer's own sentences. */
export async function statePart({ actor, statementId }: Props): Promise<ReactNode> {
  const payments = await load(statementPayments, actor, { statementIds: [statementId] });
  const payment = payments.get(statementId);
  return payment === undefined ? undefined : <StatementState payment={payment} brief />;
}
