import { z } from 'zod';
import { defineCommand } from '#lib/server/command/command.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { type HeldProviders, heldProviders } from '#lib/server/import/providers/held-contracts.ts';
import { planProviders, type ProvidersPlan } from '#lib/server/import/providers/plan-providers.ts';
import type { ProviderRow } from '#lib/server/import/providers/provider-row.ts';
import { writeProviders } from '#lib/server/import/providers/write-providers.ts';
import { date } from '#lib/server/import/zod-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import { ok } from '#lib/shared/result.ts';

const loadProvidersInput = z.object({
  rows: z.array(
    z.object({
      row: z.int(),
      kaNumber: z.string().regex(/^\d{8}$/),
      orgNo: z.string().regex(/^\d{10}$/),
      name: z.string().min(1),
      deliveryArea: z.string().min(1),
      street: z.string().min(1),
      place: z.string().min(1),
      lat: z.number(),
      lon: z.number(),
      from: date,
      to: date.nullable(),
      openForChoice: z.boolean(),
      capacity: z.int().min(0),
      languages: z.array(z.string()).min(1),
      speciality: z.string(),
    }),
  ),
});

type Input = { rows: ProviderRow[] };

export type ProvidersOutcome = {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly faults: readonly (readonly [number, readonly FieldProblem[]])[];
};

/** Takes in rows of providers.csv: all that are right. Rows that are not come back with what is wrong. */
export const loadProviders = defineCommand<Input, HeldProviders, ProvidersPlan, ProvidersOutcome>({
  name: 'providers.load',
  mandates: ['authority-load'],
  input: loadProvidersInput,
  lock: (tx, input) => hold(tx, input),
  // The file tells what is, not what was seen: there is no version to compare.
  version: () => null,
  guard: () => null,
  stepUp: () => null,
  decide: (held, { rows }) => ok(planProviders(rows, held)),
  write: async (tx, plan) => {
    await writeProviders(tx, plan);
    return outcomeOf(plan);
  },
  audit: ({ faults, ...counts }) => ({
    type: 'importFile',
    id: 'providers.csv',
    participantIds: [],
    detail: { ...counts, failed: faults.length },
  }),
});

/** What the same rows would come to. */
export const previewProviders = defineQuery<Input, ProvidersOutcome>({
  name: 'providers.preview',
  mandates: ['authority-load'],
  purpose: 'Provläsning av en fil med leverantörer',
  run: async (tx, input) => outcomeOf(planProviders(input.rows, await hold(tx, input))),
  reads: () => null,
});

function hold(tx: Tx, { rows }: Input): Promise<HeldProviders> {
  return heldProviders(tx, {
    kaNumbers: rows.map((row) => row.kaNumber),
    orgNos: rows.map((row) => row.orgNo),
  });
}

function outcomeOf(plan: ProvidersPlan): ProvidersOutcome {
  const renamed = new Set(plan.renamed.map(({ providerId }) => providerId));
  const created = plan.contracts.filter((contract) => contract.isNew).length;
  const changed = plan.contracts.filter(
    (contract) => !contract.isNew && (contract.changedFields.length > 0 || renamed.has(contract.providerId)),
  ).length;
  return { created, changed, unchanged: plan.contracts.length - created - changed, faults: [...plan.faults] };
}
