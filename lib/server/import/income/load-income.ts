import { z } from 'zod';
import { type Command, defineCommand } from '#lib/server/command/command.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { writeBulkAudit } from '#lib/server/import/bulk-audit.ts';
import type { Month } from '#lib/shared/month.ts';
import { ok } from '#lib/shared/result.ts';

/** A month that somebody was paid for. Who it was is known by the keyed hash alone. */
export type PaidMonth = {
  readonly row: number;
  readonly identityHash: string;
  readonly organisationNumber: string;
  readonly month: Month;
};

export type IncomeOutcome = { readonly created: number; readonly unchanged: number };

type Input = { readonly months: readonly PaidMonth[] };
type Match = {
  readonly row: number;
  readonly placementId: string;
  readonly participantId: string;
  readonly outcomeId: string;
  readonly organisationNumber: string;
  readonly employerName: string;
  readonly from: string;
  readonly isHeld: boolean;
};

// The rows were read by the import's own rules a moment ago, in this process.
const input = z.custom<Input>((given) => typeof given === 'object' && given !== null && 'months' in given);

/** The outcomes that months belong to: the person's own, current, with that employer in that month. */
async function matchesOf(tx: Tx, { months }: Input): Promise<readonly Match[]> {
  return await queryJson<Match>(
    tx,
    Prisma.sql`
    SELECT r."row", l.id AS "placementId", l.participant_id AS "participantId", o.id AS "outcomeId", r."organisationNumber",
      s.employer_name AS "employerName", (r.month || '-01')::date AS "from",
      EXISTS (SELECT 1 FROM evidence e WHERE e.source = 'income' AND e.placement_id = l.id
        AND e.employer_org_no = r."organisationNumber" AND e."from" = (r.month || '-01')::date) AS "isHeld"
    FROM json_to_recordset(${JSON.stringify(months)}::json) AS r ("row" int, "identityHash" text, "organisationNumber" char(10), month text)
      JOIN person_identity i ON i.identity_hash = decode(r."identityHash", 'hex')
      JOIN participant q ON q.person_id = i.person_id
      JOIN placement l ON l.participant_id = q.id AND l.cancelled_at IS NULL
      JOIN outcome o ON o.placement_id = l.id AND o.status IN ('submitted', 'returned', 'approved')
      JOIN LATERAL (SELECT s.employer_name FROM outcome_spell s WHERE s.outcome_id = o.id AND s.employer_org_no = r."organisationNumber"
          AND s."from" < (r.month || '-01')::date + interval '1 month' AND (s."to" IS NULL OR s."to" > (r.month || '-01')::date)
        ORDER BY s."from" LIMIT 1) s ON true
    ORDER BY r."row", l.id`,
  );
}

/** Two rows may tell of one month: the second changes nothing. */
function sorted(matches: readonly Match[]): {
  readonly fresh: readonly Match[];
  readonly outcome: IncomeOutcome;
} {
  const fresh = new Map<string, Match>();
  for (const match of matches) {
    const key = `${match.placementId} ${match.organisationNumber} ${match.from}`;
    if (!match.isHeld && !fresh.has(key)) fresh.set(key, match);
  }
  const createdRows = new Set([...fresh.values()].map(({ row }) => row));
  const rows = new Set(matches.map(({ row }) => row));
  return {
    fresh: [...fresh.values()],
    outcome: { created: createdRows.size, unchanged: rows.size - createdRows.size },
  };
}

/** Takes in months that were paid for as evidence of the outcomes that they belong to; all other rows leave nothing behind. */
export const loadIncome: Command<
  Input,
  readonly Match[],
  ReturnType<typeof sorted>,
  IncomeOutcome
> = defineCommand({
  name: 'evidence.loadIncome',
  mandates: ['authority-load'],
  input,
  lock: (tx, given) => matchesOf(tx, given),
  // The file tells what is, not what was seen: there is no version to compare.
  version: () => null,
  guard: () => null,
  stepUp: () => null,
  decide: (matches) => ok(sorted(matches)),
  async write(tx, { fresh, outcome }, _, { now }) {
    await tx.$executeRaw`
        INSERT INTO evidence (id, placement_id, outcome_id, source, kind, employer_org_no, employer_name, "from", "to", given_at)
        SELECT uuidv7(), r."placementId", r."outcomeId", 'income', 'incomeMonth', r."organisationNumber", r."employerName", r."from",
          (r."from" + interval '1 month')::date, ${now.toISOString()}::timestamptz
        FROM json_to_recordset(${JSON.stringify(fresh)}::json) AS r ("placementId" uuid, "outcomeId" uuid, "organisationNumber" char(10),
          "employerName" text, "from" date)
        ON CONFLICT DO NOTHING`;
    await writeBulkAudit(
      tx,
      'evidence.loadIncome',
      fresh.map(({ outcomeId, participantId, from }) => ({
        subjectType: 'outcome',
        subjectId: outcomeId,
        participantIds: [participantId],
        detail: { month: from.slice(0, 7) },
      })),
    );
    return outcome;
  },
  audit: ({ created, unchanged }) => ({
    type: 'importFile',
    id: 'income.csv',
    participantIds: [],
    detail: { created, unchanged },
  }),
});

/** What the same rows would come to. Nobody sees anything of those whom they are about. */
export const previewIncome = defineQuery<Input, IncomeOutcome>({
  name: 'evidence.previewIncome',
  mandates: ['authority-load'],
  purpose: 'Provläsning av en inkomstfil',
  run: async (tx, given) => sorted(await matchesOf(tx, given)).outcome,
  reads: () => null,
});
