import type { RegisteredContract } from '#lib/domain/admin/contract-register.ts';
import type { ContractRegisterInput } from '#lib/schemas/admin.ts';
import { contractRows } from '#lib/server/admin/contract-rows.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type ExportedContracts = {
  readonly contracts: readonly RegisteredContract[];
  readonly today: PlainDate;
};

/** Every contract that the filters leave, for a file. Nothing personal. */
export const exportContracts = defineQuery<ContractRegisterInput, ExportedContracts>({
  name: 'contract.export',
  mandates: ['agreementAdmin'],
  purpose: 'Förvaltning av avtal, som fil',
  run: async (tx, input, { today }) => ({
    contracts: await contractRows(tx, input, today, { limit: null, offset: 0 }),
    today,
  }),
  reads: () => null,
});
