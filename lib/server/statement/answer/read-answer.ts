import type { StatementAnswer } from '#lib/domain/statement/dispute-view.ts';
import { payDayAfter } from '#lib/domain/statement/pay-day.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import {
  DISPUTE_COLUMNS,
  disputeJoins,
  disputeRowOf,
  participantsOf,
  type RawDispute,
} from '#lib/server/statement/answer/dispute-rows.ts';
import {
  type RawStatement,
  STATEMENT_COLUMNS,
  statementRowOf,
} from '#lib/server/statement/statement-rows.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import { type PlainDate, plainDate, plainDateFromDate } from '#lib/shared/plain-date.ts';

export type ReadAnswer = { readonly answer: StatementAnswer; readonly participantIds: readonly string[] };

type RawAnswer = RawStatement & {
  readonly version: number;
  readonly acceptBy: string | null;
  readonly acceptedAt: Date | null;
  readonly acceptedBy: 'signatory' | 'silence' | null;
  readonly acceptedByName: string | null;
  readonly paidOn: string | null;
};

async function findRaw(tx: Tx, statementId: string): Promise<RawAnswer | null> {
  const [raw] = await tx.$queryRaw<RawAnswer[]>`
    SELECT ${STATEMENT_COLUMNS}, s.version, s.accept_by::text AS "acceptBy", s.accepted_at AS "acceptedAt", s.accepted_by::text AS "acceptedBy",
      e.given_name || ' ' || e.family_name AS "acceptedByName", s.paid_on::text AS "paidOn"
    FROM statement s JOIN provider r ON r.id = s.provider_id LEFT JOIN person e ON e.id = s.accepted_by_person_id
    WHERE s.id = ${statementId}::uuid AND s.status <> 'open' AND (app.is_authority() OR s.provider_id = app.provider_id())`;
  return raw ?? null;
}

/** The pay day that the statement was paid on or will join: counted from its acceptance, or from today. */
async function payDayOf(tx: Tx, raw: RawAnswer, today: PlainDate): Promise<PlainDate | null> {
  if (raw.paidOn !== null) return plainDate(raw.paidOn);
  if (raw.payableOre === 0n) return null;
  const terms = await termsInForce(tx, today);
  const joined = payDayAfter(raw.acceptedAt === null ? today : plainDateFromDate(raw.acceptedAt), terms);
  return joined < today ? payDayAfter(today, terms) : joined;
}

/** How a statement is answered, and the disputes about it: the open ones first, then the latest. */
export const readAnswer = defineQuery({
  name: 'statement.readAnswer',
  mandates: ['signatory', 'reporter', 'providerAdmin', 'reviewer', 'payer'],
  purpose: 'Ersättning till leverantören',
  run: async (
    tx,
    { statementId }: { readonly statementId: string },
    { actor, today },
  ): Promise<ReadAnswer | null> => {
    const raw = await findRaw(tx, statementId);
    if (raw === null) return null;
    const { id, cutOff, status, sums } = statementRowOf(raw);
    const rows = await tx.$queryRaw<RawDispute[]>`
      SELECT ${DISPUTE_COLUMNS} FROM statement_dispute d ${disputeJoins(actor)}
      WHERE d.statement_id = ${statementId}::uuid ORDER BY d.closed_at IS NOT NULL, d.opened_at DESC, d.id`;
    const { acceptedAt: at, acceptedBy: by } = raw;
    return {
      participantIds: participantsOf(rows),
      answer: {
        id,
        version: raw.version,
        cutOff,
        status,
        sums,
        acceptBy: raw.acceptBy === null ? null : plainDate(raw.acceptBy),
        accepted: at === null || by === null ? null : { at, by, name: raw.acceptedByName },
        payDay: await payDayOf(tx, raw, today),
        disputes: rows.map(disputeRowOf),
      },
    };
  },
  reads: ({ participantIds }, { statementId }) => ({ type: 'statement', id: statementId, participantIds }),
});
