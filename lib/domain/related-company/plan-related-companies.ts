import type { ShownRelatedCompany } from '#lib/domain/related-company/related-company.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** A row of a file of related companies, right by itself. */
export type RelatedCompanyRow = Pick<ShownRelatedCompany, 'orgNo' | 'name' | 'source' | 'from' | 'to'> & {
  readonly row: number;
  readonly providerOrgNo: string;
};

type Held = Pick<ShownRelatedCompany, 'orgNo' | 'from' | 'to'> & { readonly id: string | null };

/** A provider that a file names, with the companies that it has. */
export type HeldProvider = {
  readonly id: string;
  readonly orgNo: string;
  readonly related: readonly (Held & { readonly id: string })[];
};

export type RelatedCompaniesPlan = {
  readonly created: readonly (RelatedCompanyRow & { readonly providerId: string })[];
  readonly ended: readonly { readonly id: string; readonly providerId: string; readonly to: PlainDate }[];
  readonly unchanged: number;
  readonly faults: ReadonlyMap<number, readonly FieldProblem[]>;
};

/**
 * What a file of related companies changes: a company that is not there comes, one that is there and has a last day in the file ends. One that
 * the file does not name stays as it is, and what has ended is not taken up again under the same first day.
 */
export function planRelatedCompanies(
  rows: readonly RelatedCompanyRow[],
  providers: readonly HeldProvider[],
): RelatedCompaniesPlan {
  const byOrgNo = new Map(providers.map((provider) => [provider.orgNo, provider]));
  const held = new Map(providers.map(({ id, related }) => [id, [...related] as Held[]]));
  const created: (RelatedCompanyRow & { readonly providerId: string })[] = [];
  const ended: { id: string; providerId: string; to: PlainDate }[] = [];
  const faults = new Map<number, readonly FieldProblem[]>();
  let unchanged = 0;
  const refuse = ({ row }: RelatedCompanyRow, column: string, code: string, message: string, fix: string) =>
    faults.set(row, [{ pointer: `/${column}`, row, column, code, message, fix }]);
  for (const row of rows) {
    const provider = byOrgNo.get(row.providerOrgNo);
    const own = provider === undefined ? undefined : held.get(provider.id);
    if (provider === undefined || own === undefined) {
      refuse(
        row,
        'provider_org_no',
        'providerUnknown',
        'Ingen leverantör har numret.',
        'Kontrollera numret.',
      );
      continue;
    }
    const at = own.findIndex(({ orgNo, from }) => orgNo === row.orgNo && from === row.from);
    const same = own[at];
    if (same === undefined) {
      const other = own.find((company) => overlaps(company, row));
      if (other === undefined) {
        created.push({ ...row, providerId: provider.id });
        own.push({ ...row, id: null });
      } else
        refuse(
          row,
          'from',
          'overlaps',
          `Företaget är redan närstående från ${formatDate(other.from)}.`,
          'Ange samma första dag, eller avsluta det först.',
        );
    } else if (same.to === row.to) unchanged += 1;
    else if (same.to === null && row.to !== null && same.id !== null) {
      ended.push({ id: same.id, providerId: provider.id, to: row.to });
      own[at] = { ...same, to: row.to };
    } else
      refuse(
        row,
        'to',
        'endedOtherwise',
        same.to === null
          ? 'Raden står två gånger, med olika sista dag.'
          : `Företaget är avslutat ${formatDate(same.to)}.`,
        'Ange samma dag, eller en ny första dag.',
      );
  }
  return { created, ended, unchanged, faults };
}

function overlaps(held: Held, row: RelatedCompanyRow): boolean {
  return (
    held.orgNo === row.orgNo &&
    (held.to === null || row.from < held.to) &&
    (row.to === null || held.from < row.to)
  );
}
