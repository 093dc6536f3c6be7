import { settledOnFault } from '#lib/domain/payment/claim.ts';
import { type SettleClaimInput, settleClaimInput } from '#lib/schemas/payment.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { type PlainDate, plainDateFromDate } from '#lib/shared/plain-date.ts';
import { conflict, validationProblem } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

type Locked = {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly decidedAt: Date | null;
};
type State = Locked & { readonly decidedOn: PlainDate };

const WORDS = {
  inFuture: 'Dagen ligger framåt i tiden. Ange dagen då pengarna kom in.',
  beforeDecision: 'Dagen ligger före beslutet. Ange dagen då pengarna kom in.',
} as const;

/** A payer notes that a provider has paid a claim, and on which day. */
export const settleClaim = defineCommand({
  name: 'claim.settle',
  mandates: ['payer'],
  input: settleClaimInput,
  async lock(tx, { claimId }: SettleClaimInput, { today }): Promise<State | null> {
    const [claim] = await tx.$queryRaw<Locked[]>`
      SELECT id::text, version, status, decided_at AS "decidedAt" FROM claim WHERE id = ${claimId}::uuid FOR UPDATE`;
    if (claim === undefined) return null;
    return { ...claim, decidedOn: claim.decidedAt === null ? today : plainDateFromDate(claim.decidedAt) };
  },
  version: ({ version }, { version: seen }) => ({ seen, current: version }),
  guard: ({ status }) => (status === 'decided' ? null : conflict()),
  stepUp: () => null,
  decide({ decidedOn }, { settledOn }, { today }) {
    const fault = settledOnFault(settledOn, decidedOn, today);
    if (fault === null) return ok(settledOn);
    return err(validationProblem([{ pointer: '/settledOn', code: fault, message: WORDS[fault] }]));
  },
  async write(tx, settledOn, { id }, { actor }) {
    const personId = actor.kind === 'person' ? actor.personId : null;
    await tx.$executeRaw`UPDATE claim SET status = 'settled', settled_on = ${settledOn}::date, settled_by_person_id = ${personId}::uuid, version = version + 1
      WHERE id = ${id}::uuid`;
    return { claimId: id };
  },
  audit: ({ claimId }, settledOn) => ({
    type: 'claim',
    id: claimId,
    participantIds: [],
    detail: { settledOn },
  }),
});
