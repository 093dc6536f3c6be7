import { CLAIM_FAULT_WORDS, claimDueOn, claimFault } from '#lib/domain/payment/claim.ts';
import { type DecideClaimInput, decideClaimInput } from '#lib/schemas/payment.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { notify } from '#lib/server/notification/notify.ts';
import { type StatementOwing, holdRuns, lockOwing } from '#lib/server/payment/claim-facts.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import { conflict, forbidden, unprocessable } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

type Locked = {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly providerId: string;
  readonly statementId: string;
  readonly proposedBy: string;
};
type State = { readonly claim: Locked; readonly owing: StatementOwing; readonly dueOn: PlainDate };
type Change = { readonly status: 'decided' | 'declined'; readonly dueOn: PlainDate | null };

/** Another payer than the one who proposed it decides a claim or declines it. A decided one takes the statement's balance over. */
export const decideClaim = defineCommand({
  name: 'claim.decide',
  mandates: ['payer'],
  input: decideClaimInput,
  async lock(tx, { claimId }: DecideClaimInput, { today }): Promise<State | null> {
    // Before the claim's own row: whoever starts a run waits here, and never for a claim.
    await holdRuns(tx);
    const [claim] = await tx.$queryRaw<Locked[]>`
      SELECT id::text, version, status, provider_id::text AS "providerId", statement_id::text AS "statementId", proposed_by_person_id::text AS "proposedBy"
      FROM claim WHERE id = ${claimId}::uuid FOR UPDATE`;
    if (claim === undefined) return null;
    const owing = await lockOwing(tx, claim.statementId);
    if (owing === null) return null;
    return { claim, owing, dueOn: claimDueOn(today, await termsInForce(tx, today)) };
  },
  version: ({ claim }, { version }) => ({ seen: version, current: claim.version }),
  guard({ claim }, _, { actor }) {
    if (claim.status !== 'proposed') return conflict();
    if (actor.kind !== 'person' || actor.personId !== claim.proposedBy) return null;
    return forbidden([
      {
        pointer: '/claimId',
        code: 'ownProposal',
        message: 'Du har själv föreslagit återkravet. Den som föreslår ett återkrav beslutar det inte.',
        fix: 'Låt en annan utbetalare besluta.',
      },
    ]);
  },
  stepUp: () => null,
  decide({ owing, dueOn }, { decision }) {
    if (decision === 'decline') return ok<Change>({ status: 'declined', dueOn: null });
    // Much can have happened since it was proposed: a run that carried the balance on, placements that can earn.
    const fault = claimFault(owing);
    return fault === null
      ? ok<Change>({ status: 'decided', dueOn })
      : err(unprocessable(fault, CLAIM_FAULT_WORDS[fault]));
  },
  async write(tx, { status, dueOn }, { claim }, { actor, now }, { reason }) {
    const personId = actor.kind === 'person' ? actor.personId : null;
    await tx.$executeRaw`UPDATE claim SET status = ${status}, decided_by_person_id = ${personId}::uuid, decided_at = ${now},
      decision_reason = ${reason === '' ? null : reason}, due_on = ${dueOn}::date, version = version + 1 WHERE id = ${claim.id}::uuid`;
    if (status === 'decided') {
      await notify(tx, {
        event: 'claimDecided',
        to: { kind: 'providerRoles', roles: ['signatory'] },
        about: {
          placementId: null,
          providerId: claim.providerId,
          subject: { type: 'claim', id: claim.id },
          path: '/provider/statements',
        },
        now,
      });
    }
    return { claimId: claim.id, status };
  },
  audit: ({ claimId, status }, { dueOn }) => ({
    type: 'claim',
    id: claimId,
    participantIds: [],
    detail: { status, dueOn },
  }),
});
