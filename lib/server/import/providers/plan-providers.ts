import { newId } from '#lib/server/ids.ts';
import type { HeldContract, HeldProviders } from '#lib/server/import/providers/held-contracts.ts';
import type { ProviderRow } from '#lib/server/import/providers/provider-row.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

export type ContractPlan = {
  readonly row: ProviderRow;
  readonly contractId: string;
  readonly providerId: string;
  readonly officeId: string;
  readonly isNew: boolean;
  readonly hasOffice: boolean;
  /** Fields of contract and main office that the file changes. */
  readonly changedFields: readonly string[];
};

export type ProviderPlan = { readonly providerId: string; readonly orgNo: string; readonly name: string };

export type ProvidersPlan = {
  readonly newProviders: readonly ProviderPlan[];
  readonly renamed: readonly (ProviderPlan & { readonly before: string })[];
  readonly contracts: readonly ContractPlan[];
  readonly faults: ReadonlyMap<number, readonly FieldProblem[]>;
};

/** What rows of providers.csv come to: a provider for each organisation number, a contract and its main office for each row. */
export function planProviders(rows: readonly ProviderRow[], held: HeldProviders): ProvidersPlan {
  const faults = new Map<number, readonly FieldProblem[]>();
  const providers = new Map<string, ProviderPlan>();
  const contracts: ContractPlan[] = [];
  for (const row of rows) {
    const known = held.contracts.get(row.kaNumber);
    const provider = providers.get(row.orgNo) ?? providerOf(row, held);
    const found = [...unchangeable(known, row), ...otherName(provider, row)];
    if (found.length > 0) {
      faults.set(row.row, found);
      continue;
    }
    providers.set(row.orgNo, provider);
    contracts.push(contractPlan(row, known, provider.providerId));
  }
  const named = [...providers.values()];
  return {
    newProviders: named.filter(({ orgNo }) => !held.providers.has(orgNo)),
    renamed: named.flatMap((provider) => {
      const before = held.providers.get(provider.orgNo)?.name;
      return before === undefined || before === provider.name ? [] : [{ ...provider, before }];
    }),
    contracts,
    faults,
  };
}

/** The provider's name is that of its first row in the file. */
function providerOf({ orgNo, name }: ProviderRow, held: HeldProviders): ProviderPlan {
  return { providerId: held.providers.get(orgNo)?.providerId ?? newId(), orgNo, name };
}

function contractPlan(row: ProviderRow, known: HeldContract | undefined, providerId: string): ContractPlan {
  return {
    row,
    contractId: known?.contractId ?? newId(),
    providerId,
    officeId: known?.officeId ?? newId(),
    isNew: known === undefined,
    hasOffice: known !== undefined && known.officeId !== null,
    changedFields: known === undefined ? [] : changedFields(known, row),
  };
}

function changedFields(held: HeldContract, row: ProviderRow): readonly string[] {
  const compared = [
    'from',
    'to',
    'openForChoice',
    'capacity',
    'speciality',
    'street',
    'place',
    'lat',
    'lon',
  ] as const;
  const changed: string[] = compared.filter((field) => held[field] !== row[field]);
  return held.languages.join(' ') === row.languages.join(' ') ? changed : [...changed, 'languages'];
}

function unchangeable(held: HeldContract | undefined, row: ProviderRow): readonly FieldProblem[] {
  if (held === undefined) return [];
  const settled = [
    { column: 'org_no', before: held.orgNo, now: row.orgNo },
    { column: 'delivery_area', before: held.deliveryArea, now: row.deliveryArea },
  ];
  return settled
    .filter(({ before, now }) => before !== now)
    .map(({ column, before }) => ({
      pointer: `/${column}`,
      row: row.row,
      column,
      code: 'notChangeable',
      message: `KA-numret ${row.kaNumber} finns redan med ${column} ${before}. Det kan inte ändras.`,
      fix: 'Ett nytt avtal får ett eget KA-nummer.',
    }));
}

function otherName(provider: ProviderPlan, row: ProviderRow): readonly FieldProblem[] {
  if (provider.name === row.name) return [];
  return [
    {
      pointer: '/name',
      row: row.row,
      column: 'name',
      code: 'otherName',
      message: `Organisationsnumret ${row.orgNo} har ett annat namn på en tidigare rad: ${provider.name}.`,
      fix: 'Använd samma namn på alla leverantörens rader.',
    },
  ];
}
