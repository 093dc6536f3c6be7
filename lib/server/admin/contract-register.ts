import type { ContractRegister } from '#lib/domain/admin/contract-register.ts';
import type { ContractRegisterInput } from '#lib/schemas/admin.ts';
import { contractRows, countContracts } from '#lib/server/admin/contract-rows.ts';
import { defineQuery } from '#lib/server/command/query.ts';

const PAGE_SIZE = 50;

/** Providers and their contracts: which are in force, which can be chosen, how much of the capacity is used. Nothing personal. */
export const contractRegister = defineQuery<ContractRegisterInput, ContractRegister>({
  name: 'contract.register',
  mandates: ['agreementAdmin'],
  purpose: 'Förvaltning av avtal',
  run: async (tx, input, { today }) => {
    const { total, providers, ...counts } = await countContracts(tx, input, today);
    const contracts = await contractRows(tx, input, today, {
      limit: PAGE_SIZE,
      offset: (input.page - 1) * PAGE_SIZE,
    });
    const areas = await tx.deliveryArea.findMany({
      where: { contracts: { some: {} } },
      select: { id: true },
      orderBy: { id: 'asc' },
    });
    return {
      contracts,
      total,
      providers,
      counts,
      page: input.page,
      pageSize: PAGE_SIZE,
      areas: areas.map(({ id }) => id),
    };
  },
  reads: () => null,
});
