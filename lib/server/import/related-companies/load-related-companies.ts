import { z } from 'zod';
import {
  type HeldProvider,
  planRelatedCompanies,
  type RelatedCompaniesPlan,
  type RelatedCompanyRow,
} from '#lib/domain/related-company/plan-related-companies.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { writeBulkAudit } from '#lib/server/import/bulk-audit.ts';
import { date } from '#lib/server/import/zod-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import { ok } from '#lib/shared/result.ts';

const orgNo = z.string().regex(/^\d{10}$/);
const loadRelatedCompaniesInput = z.object({
  rows: z.array(
    z.object({
      row: z.int(),
      providerOrgNo: orgNo,
      orgNo,
      name: z.string().min(1),
      source: z.string().min(1),
      from: date,
      to: date.nullable(),
    }),
  ),
});
type Input = { rows: RelatedCompanyRow[] };

export type RelatedCompaniesOutcome = {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly faults: readonly (readonly [number, readonly FieldProblem[]])[];
};

/** Takes in rows of a file of related companies: all that are right. Rows that are not come back with what is wrong. */
export const loadRelatedCompanies = defineCommand<
  Input,
  readonly HeldProvider[],
  RelatedCompaniesPlan,
  RelatedCompaniesOutcome
>({
  name: 'relatedCompany.load',
  mandates: ['authority-load'],
  input: loadRelatedCompaniesInput,
  lock: (tx, input) => heldProviders(tx, input),
  // The file tells what is, not what was seen: there is no version to compare.
  version: () => null,
  guard: () => null,
  stepUp: () => null,
  decide: (held, { rows }) => ok(planRelatedCompanies(rows, held)),
  async write(tx, plan, _, { now }) {
    await writePlan(tx, plan, now);
    return outcomeOf(plan);
  },
  audit: ({ faults, ...counts }) => ({
    type: 'importFile',
    id: 'related-companies.csv',
    participantIds: [],
    detail: { ...counts, failed: faults.length },
  }),
});

/** What the same rows would come to. */
export const previewRelatedCompanies = defineQuery<Input, RelatedCompaniesOutcome>({
  name: 'relatedCompany.preview',
  mandates: ['authority-load'],
  purpose: 'Provläsning av en fil med närstående företag',
  run: async (tx, input) => outcomeOf(planRelatedCompanies(input.rows, await heldProviders(tx, input))),
  reads: () => null,
});

async function heldProviders(tx: Tx, { rows }: Input): Promise<readonly HeldProvider[]> {
  return await queryJson<HeldProvider>(
    tx,
    Prisma.sql`SELECT v.id, v.org_no AS "orgNo", coalesce((SELECT json_agg(json_build_object('id', c.id, 'orgNo', c.org_no, 'from', c."from", 'to', c."to"))
        FROM related_company c WHERE c.provider_id = v.id), '[]') AS related
      FROM provider v WHERE v.org_no = ANY (${rows.map(({ providerOrgNo }) => providerOrgNo)}::text[])`,
  );
}

async function writePlan(tx: Tx, { created, ended }: RelatedCompaniesPlan, now: Date): Promise<void> {
  const at = now.toISOString();
  await tx.$executeRaw`INSERT INTO related_company (id, provider_id, org_no, name, source, "from", "to", registered_at, ended_at)
    SELECT uuidv7(), x."providerId", x."orgNo", x.name, x.source, x."from", x."to", ${at}::timestamptz,
      CASE WHEN x."to" IS NOT NULL THEN ${at}::timestamptz END
    FROM jsonb_to_recordset(${JSON.stringify(created)}::jsonb) AS x ("providerId" uuid, "orgNo" text, name text, source text, "from" date, "to" date)`;
  await tx.$executeRaw`UPDATE related_company c SET "to" = x."to", ended_at = ${at}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(ended)}::jsonb) AS x (id uuid, "to" date) WHERE c.id = x.id AND c."to" IS NULL`;
  await writeBulkAudit(
    tx,
    'relatedCompany.load',
    [
      ...created.map(({ providerId, orgNo: company, from, to }) => ({
        providerId,
        detail: { company, from, to },
      })),
      ...ended.map(({ providerId, id, to }) => ({ providerId, detail: { id, to } })),
    ].map(({ providerId, detail }) => ({
      subjectType: 'provider',
      subjectId: providerId,
      participantIds: [],
      detail,
    })),
  );
}

function outcomeOf({ created, ended, unchanged, faults }: RelatedCompaniesPlan): RelatedCompaniesOutcome {
  return { created: created.length, changed: ended.length, unchanged, faults: [...faults] };
}
