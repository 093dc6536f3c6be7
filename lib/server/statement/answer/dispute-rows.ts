import type { Actor } from '#lib/domain/actor/actor.ts';
import type { Component, NotPayableReason } from '#lib/domain/compensation/evaluation.ts';
import type { DisputeClosing } from '#lib/domain/statement/dispute.ts';
import { type DisputeRow, type DisputeSide, disputeStateOf } from '#lib/domain/statement/dispute-view.ts';
import { monthOfKey } from '#lib/domain/statement/entry-key.ts';
import type { LineSubject } from '#lib/domain/statement/statement-view.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { placementsSeenBy } from '#lib/server/document/document-rows.ts';
import { ore } from '#lib/shared/money.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

export type RawDispute = {
  readonly id: string;
  readonly version: number;
  readonly statementId: string;
  readonly cutOff: string;
  readonly providerName: string;
  readonly placementId: string;
  /** Null where the reader may not see the placement. */
  readonly participantId: string | null;
  readonly name: string | null;
  readonly isProtected: boolean;
  readonly key: string;
  readonly component: Component;
  readonly isCorrection: boolean;
  readonly reason: NotPayableReason | null;
  readonly amountOre: bigint;
  readonly openedAt: Date;
  readonly closing: DisputeClosing | null;
  readonly effectOre: bigint | null;
  readonly closedAt: Date | null;
  readonly lastSide: DisputeSide | null;
};

/** What a list of disputes selects, from {@link disputeJoins}. */
export const DISPUTE_COLUMNS = Prisma.sql`d.id::text, d.version, d.statement_id::text AS "statementId", s.cut_off::text AS "cutOff", r.name AS "providerName",
  d.placement_id::text AS "placementId", p.participant_id::text AS "participantId", e.given_name || ' ' || e.family_name AS name,
  coalesce(p.protected, app.is_protected_placement(d.placement_id)) AS "isProtected", d.key, coalesce(l.component, u.component) AS component,
  l.id IS NOT NULL AND l.quantity IS NULL AS "isCorrection", u.reason, d.amount_ore AS "amountOre", d.opened_at AS "openedAt",
  d.closing, d.effect_ore AS "effectOre", d.closed_at AS "closedAt",
  (SELECT m.side FROM statement_dispute_message m WHERE m.dispute_id = d.id ORDER BY m.written_at DESC, m.id DESC LIMIT 1) AS "lastSide"`;

/** Disputes `d` with their statement, provider, amount and, as far as the reader sees it, placement. */
export function disputeJoins(actor: Actor): Prisma.Sql {
  return Prisma.sql`JOIN statement s ON s.id = d.statement_id
  JOIN provider r ON r.id = d.provider_id
  LEFT JOIN statement_line l ON l.statement_id = d.statement_id AND l.placement_id = d.placement_id AND l.key = d.key
  LEFT JOIN LATERAL (SELECT n ->> 'component' AS component, n ->> 'reason' AS reason
    FROM statement_input i CROSS JOIN LATERAL jsonb_array_elements(i.not_payable) n
    WHERE i.statement_id = d.statement_id AND i.placement_id = d.placement_id AND n ->> 'key' = d.key) u ON l.id IS NULL
  LEFT JOIN placement p ON p.id = d.placement_id AND ${placementsSeenBy(actor)}
  LEFT JOIN participant a ON a.id = p.participant_id
  LEFT JOIN person e ON e.id = a.person_id`;
}

function subjectOf({ isProtected, name, placementId }: RawDispute): LineSubject {
  if (isProtected) return { kind: 'protected' };
  return name === null ? { kind: 'otherOffice' } : { kind: 'participant', name, placementId };
}

export function disputeRowOf(raw: RawDispute): DisputeRow {
  return {
    id: raw.id,
    version: raw.version,
    statementId: raw.statementId,
    cutOff: plainDate(raw.cutOff),
    providerName: raw.providerName,
    placementId: raw.placementId,
    subject: subjectOf(raw),
    key: raw.key,
    component: raw.component,
    month: monthOfKey(raw.key),
    isCorrection: raw.isCorrection,
    reason: raw.reason,
    amountOre: ore(Number(raw.amountOre)),
    openedAt: raw.openedAt,
    state: disputeStateOf(raw.closing, raw.lastSide),
    effectOre: raw.effectOre === null ? null : ore(Number(raw.effectOre)),
    closedAt: raw.closedAt,
    isSeen: raw.participantId !== null,
  };
}

export function participantsOf(rows: readonly RawDispute[]): readonly string[] {
  return [...new Set(rows.flatMap(({ participantId }) => participantId ?? []))];
}
