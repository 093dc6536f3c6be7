import type { Actor } from '#lib/domain/actor/actor.ts';
import type { DisputeMessage, DisputeView } from '#lib/domain/statement/dispute-view.ts';
import type { LineStep } from '#lib/domain/statement/statement-line.ts';
import type { StatementStatus } from '#lib/domain/statement/statement-view.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { findDisputeEffect } from '#lib/server/statement/answer/dispute-effect.ts';
import {
  DISPUTE_COLUMNS,
  disputeJoins,
  disputeRowOf,
  type RawDispute,
} from '#lib/server/statement/answer/dispute-rows.ts';
import { partsOf } from '#lib/server/statement/answer/lock-dispute.ts';

type Raw = RawDispute & {
  readonly providerId: string;
  readonly statementStatus: StatementStatus;
  readonly because: readonly LineStep[] | null;
};

export type ShownDispute = { readonly dispute: DisputeView; readonly participantId: string | null };

async function findRaw(tx: Tx, disputeId: string, actor: Actor): Promise<Raw | null> {
  const [raw] = await tx.$queryRaw<Raw[]>`
    SELECT ${DISPUTE_COLUMNS}, d.provider_id::text AS "providerId", s.status::text AS "statementStatus",
      CASE WHEN p.id IS NOT NULL THEN l.because END AS because
    FROM statement_dispute d ${disputeJoins(actor)}
    WHERE d.id = ${disputeId}::uuid AND (app.is_authority() OR d.provider_id = app.provider_id())`;
  return raw ?? null;
}

/** The dialogue in order of time. Names stand where the reader may know them. */
async function listMessages(tx: Tx, disputeId: string): Promise<readonly DisputeMessage[]> {
  return await tx.$queryRaw<DisputeMessage[]>`
    SELECT m.id::text, m.side, e.given_name || ' ' || e.family_name AS author, m.written_at AS "writtenAt", m.text
    FROM statement_dispute_message m LEFT JOIN person e ON e.id = m.author_person_id
    WHERE m.dispute_id = ${disputeId}::uuid ORDER BY m.written_at, m.id`;
}

async function findReport(tx: Tx, { placementId, key }: Raw): Promise<DisputeView['report']> {
  const [report] = await tx.$queryRaw<{ id: string; status: string }[]>`
    SELECT r.id::text, r.status::text FROM report r
    WHERE r.placement_id = ${placementId}::uuid AND r.status NOT IN ('superseded', 'withdrawn')
      AND r.month = CASE WHEN ${key} LIKE 'base:%' THEN (substr(${key}, 6, 7) || '-01')::date END`;
  return report ?? null;
}

/** One dispute with the amount and its reasons, the dialogue and, for a reviewer, what the facts of today change. */
export const showDispute = defineQuery({
  name: 'dispute.show',
  mandates: ['signatory', 'reporter', 'providerAdmin', 'reviewer', 'payer'],
  purpose: 'Invändning mot ett underlag',
  run: async (tx, { disputeId }: { readonly disputeId: string }, context): Promise<ShownDispute | null> => {
    const raw = await findRaw(tx, disputeId, context.actor);
    if (raw === null) return null;
    const { actor, today } = context;
    const row = disputeRowOf(raw);
    const closes = actor.kind === 'person' && actor.role === 'reviewer' && row.isSeen && raw.closing === null;
    return {
      participantId: raw.participantId,
      dispute: {
        ...row,
        because: raw.because,
        statementStatus: raw.statementStatus,
        messages: row.isSeen ? await listMessages(tx, disputeId) : [],
        report: row.isSeen ? await findReport(tx, raw) : null,
        parts: closes ? await partsOf(tx, disputeId, context) : [],
        effect: closes ? await findDisputeEffect(tx, { ...raw, cutOff: row.cutOff }, today) : null,
      },
    };
  },
  reads: ({ participantId }, { disputeId }) => ({
    type: 'dispute',
    id: disputeId,
    participantIds: participantId === null ? [] : [participantId],
  }),
});
