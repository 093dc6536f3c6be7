import type { Table } from '#lib/server/testing/walls/catalogue-of-tables.ts';
import type { Holding } from '#lib/server/testing/walls/marks.ts';

/** Whose the rows of a table are: a participant's, an office's, a provider's, somebody's on the staff, or nobody's. */
export type Whose = 'participant' | 'office' | 'provider' | 'person' | 'nobody';

/** What anybody may know of contracts, offices and rules, and what the portal keeps about itself. */
export const PUBLIC_TABLES: ReadonlySet<string> = new Set([
  'agreement_version',
  'terms_version',
  'delivery_area',
  'municipality',
  'provider',
  'contract',
  'contract_result',
  'office',
  'office_change',
  'office_opening',
  'portal_setting',
  'presentation',
]);

/** Columns that say whose a row is where no foreign key does. */
const BY_NAME: Readonly<Record<string, string>> = {
  participant_id: 'participant',
  placement_id: 'placement',
  from_placement_id: 'placement',
  to_placement_id: 'placement',
  provider_id: 'provider',
  office_id: 'office',
  membership_id: 'membership',
  person_id: 'person',
};

/** Which table a column leads to; null where it leads to none. */
export function leadsTo(column: Table['columns'][number]): string | null {
  if (column.refersTo !== null) return column.refersTo.table;
  if (column.type !== 'uuid') return null;
  return BY_NAME[column.name] ?? (column.name.endsWith('_person_id') ? 'person' : null);
}

const ROOTS: Readonly<Record<string, Whose>> = {
  participant: 'participant',
  office: 'office',
  provider: 'provider',
  person: 'person',
  // Whoever works at several offices is one person.
  membership: 'person',
  // Told to one person.
  notification: 'person',
  // The authority's own.
  authorisation: 'nobody',
};

const STRENGTH: readonly Whose[] = ['participant', 'office', 'provider', 'person', 'nobody'];

/** Whose each table is: of all that its columns lead to, what is nearest to a participant. */
export function whoseTables(tables: readonly Table[]): ReadonlyMap<string, Whose> {
  const found = new Map<string, Whose>();
  const judge = (table: Table, above: readonly string[]): Whose => {
    const known = found.get(table.name) ?? ROOTS[table.name];
    if (known !== undefined) return known;
    const below = table.columns.map((column) => {
      // Who has written something is not whose it is.
      if (column.name.endsWith('_by_person_id')) return 'nobody';
      const target = tables.find(({ name }) => name === leadsTo(column));
      if (target === undefined || above.includes(target.name) || target.name === table.name) return 'nobody';
      return judge(target, [...above, table.name]);
    });
    return STRENGTH.find((whose) => below.includes(whose)) ?? 'nobody';
  };
  for (const table of tables) found.set(table.name, judge(table, []));
  return found;
}

/** Which holding's row a holding has of a table: one provider stands behind two offices, one office behind two participants. */
export function homeOf(whose: Whose, holding: Holding): Holding {
  switch (whose) {
    case 'participant':
      return holding;
    case 'office':
    case 'person':
      return holding === 'protected' || holding === 'unassigned' ? 'own' : holding;
    case 'provider':
      return holding === 'otherOrganisation' ? holding : 'own';
    case 'nobody':
      return 'own';
  }
}
