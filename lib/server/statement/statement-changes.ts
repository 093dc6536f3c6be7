import { factChanges } from '#lib/domain/statement/fact-changes.ts';
import { componentOf, monthOfKey } from '#lib/domain/statement/entry-key.ts';
import type { CorrectedPlacement } from '#lib/domain/statement/statement-changes.ts';
import type { LineSubject } from '#lib/domain/statement/statement-view.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { openToNamed } from '#lib/server/protected-identity/open-to-named.ts';
import { storedFacts } from '#lib/server/statement/stored-input.ts';
import { type Ore, ore } from '#lib/shared/money.ts';

type RawCorrected = {
  readonly placementId: string;
  readonly participantId: string | null;
  readonly name: string | null;
  readonly officeName: string | null;
  readonly isProtected: boolean;
  readonly amountOre: bigint;
  readonly parts: readonly { readonly key: string; readonly amountOre: number }[];
  readonly after: unknown;
  readonly afterAgreement: string;
  readonly before: unknown;
  readonly beforeAgreement: string | null;
};

type Slice = { readonly limit: number; readonly offset: number };
type Read = { readonly items: readonly CorrectedPlacement[]; readonly participantIds: readonly string[] };

/** The latest input that an earlier statement of the same provider stored for the placement: from the latest backwards, one probe each. */
function earlierInput(placementId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT b.facts, b.agreement_version_id
    FROM statement e JOIN statement_input b ON b.statement_id = e.id AND b.placement_id = ${placementId}
    WHERE e.provider_id = s.provider_id AND e.cut_off < s.cut_off ORDER BY e.cut_off DESC LIMIT 1`;
}

function subjectOf(raw: RawCorrected): LineSubject {
  if (raw.isProtected) return { kind: 'protected' };
  return raw.name === null
    ? { kind: 'otherOffice' }
    : { kind: 'participant', name: raw.name, placementId: raw.placementId };
}

function correctedOf(raw: RawCorrected): CorrectedPlacement {
  const { after, afterAgreement, before, beforeAgreement } = raw;
  return {
    placementId: raw.placementId,
    subject: subjectOf(raw),
    officeName: raw.isProtected ? null : raw.officeName,
    amountOre: ore(Number(raw.amountOre)),
    parts: raw.parts.map(({ key, amountOre }) => ({
      component: componentOf(key),
      month: monthOfKey(key),
      amountOre: ore(amountOre),
    })),
    changes:
      before === null || after === null || beforeAgreement === null
        ? null
        : factChanges(
            { agreementName: beforeAgreement, facts: storedFacts(before) },
            { agreementName: afterAgreement, facts: storedFacts(after) },
          ),
  };
}

/**
 * Placements whose earlier lines the statement corrects, the largest correction first, each with its input beside its
 * latest earlier one. Of those that row-level security hides from the reader nothing but the amount comes along.
 */
export async function readCorrected(tx: Tx, statementId: string, { limit, offset }: Slice): Promise<Read> {
  const rows = await tx.$queryRaw<RawCorrected[]>`
    SELECT c.placement_id::text AS "placementId", p.participant_id::text AS "participantId", n.given_name || ' ' || n.family_name AS name,
      o.name AS "officeName", coalesce(p.protected, app.is_protected_placement(c.placement_id)) AS "isProtected",
      c.amount_ore AS "amountOre", c.parts, CASE WHEN p.id IS NOT NULL THEN i.facts END AS after, v.name AS "afterAgreement",
      b.facts AS before, w.name AS "beforeAgreement"
    FROM statement s
    CROSS JOIN LATERAL (
      SELECT l.placement_id, sum(l.amount_ore)::bigint AS amount_ore,
        jsonb_agg(jsonb_build_object('key', l.key, 'amountOre', l.amount_ore) ORDER BY l.key COLLATE "C") AS parts
      FROM statement_line l WHERE l.statement_id = s.id AND l.quantity IS NULL GROUP BY l.placement_id
      ORDER BY abs(sum(l.amount_ore)) DESC, l.placement_id LIMIT ${limit} OFFSET ${offset}
    ) c
    JOIN statement_input i ON i.statement_id = s.id AND i.placement_id = c.placement_id
    JOIN agreement_version v ON v.id = i.agreement_version_id
    LEFT JOIN placement p ON p.id = c.placement_id AND ${openToNamed('p')}
    LEFT JOIN participant a ON a.id = p.participant_id
    LEFT JOIN person n ON n.id = a.person_id
    LEFT JOIN office o ON o.id = p.office_id
    LEFT JOIN LATERAL (${earlierInput(Prisma.sql`c.placement_id`)}) b ON p.id IS NOT NULL
    LEFT JOIN agreement_version w ON w.id = b.agreement_version_id
    WHERE s.id = ${statementId}::uuid
    ORDER BY abs(c.amount_ore) DESC, c.placement_id`;
  return {
    items: rows.map(correctedOf),
    participantIds: rows.flatMap(({ participantId }) => participantId ?? []),
  };
}

export type CorrectionSums = { readonly placements: number; readonly amountOre: Ore };

export async function sumCorrections(tx: Tx, statementId: string): Promise<CorrectionSums> {
  const [raw] = await tx.$queryRaw<{ placements: bigint; amountOre: bigint }[]>`
    SELECT count(DISTINCT placement_id) AS placements, coalesce(sum(amount_ore), 0)::bigint AS "amountOre"
    FROM statement_line WHERE statement_id = ${statementId}::uuid AND quantity IS NULL`;
  return { placements: Number(raw?.placements ?? 0n), amountOre: ore(Number(raw?.amountOre ?? 0n)) };
}

/** How many placements the statement is the first to speak of, and how many have ended since they were last spoken of. */
export async function countPlacements(
  tx: Tx,
  statementId: string,
): Promise<{ readonly started: number; readonly ended: number }> {
  const [raw] = await tx.$queryRaw<{ started: bigint; ended: bigint }[]>`
    SELECT count(*) FILTER (WHERE b.facts IS NULL) AS started,
      count(*) FILTER (WHERE b.facts -> 'placement' ->> 'end' IS NULL AND b.facts IS NOT NULL AND i.facts -> 'placement' ->> 'end' IS NOT NULL) AS ended
    FROM statement s JOIN statement_input i ON i.statement_id = s.id
    LEFT JOIN LATERAL (${earlierInput(Prisma.sql`i.placement_id`)}) b ON true
    WHERE s.id = ${statementId}::uuid`;
  return { started: Number(raw?.started ?? 0n), ended: Number(raw?.ended ?? 0n) };
}
