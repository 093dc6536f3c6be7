import { type Client, DatabaseError } from 'pg';
import { type Column, readTables, type Table } from '#lib/server/testing/walls/catalogue-of-tables.ts';
import {
  type Holding,
  holdingNames,
  HOLDINGS,
  markedId,
  markedWord,
} from '#lib/server/testing/walls/marks.ts';
import { GIVEN, KEPT } from '#lib/server/testing/walls/planted-values.ts';
import { homeOf, leadsTo, type Whose, whoseTables } from '#lib/server/testing/walls/whose-tables.ts';

/** One person of a holding is its participant, the other whoever works with them. */
export const STAFF = 1;

export type Planted = {
  readonly tables: readonly Table[];
  readonly whose: ReadonlyMap<string, Whose>;
  /** Every row that could not be planted, with what the database said: nothing may be left out in silence. */
  readonly failed: readonly string[];
  /** What a row of a holding has in a column. */
  readonly value: (table: string, column: string, holding: Holding) => unknown;
};

/** Tables whose rows are made once, by hand, before: see {@link buildWallsWorld}. */
const BEFORE = new Set([
  'agreement_version',
  'terms_version',
  'delivery_area',
  'municipality',
  'portal_setting',
]);

/** Tables of the machinery itself, which belong to an actor's key or to nobody. */
const MACHINERY = new Set([
  'idempotency_key',
  'form_attempt',
  'rate_limit',
  'portal_heartbeat',
  'worker_heartbeat',
  'audit_chain',
  'data_rule',
  'retention_rule',
  'thinning',
  'protected_access',
]);

const OF_THE_PARTICIPANT = new Set(['participant', 'person_identity', 'protected_identity', 'login_account']);

/**
 * A row of every table for every holding, each marked with whose it is. The rows are made from the catalogue, so that a table that
 * is added has them from its first day; triggers and foreign keys rest meanwhile, checks do not.
 */
export async function plantRows(client: Client): Promise<Planted> {
  const tables = await readTables(client);
  const whose = whoseTables(tables);
  const planting = { tables, whose };
  const failed: string[] = [];
  await client.query("SET session_replication_role = 'replica'");
  for (const table of tables) {
    if (BEFORE.has(table.name) || MACHINERY.has(table.name)) continue;
    for (const holding of holdingNames) {
      if (table.name !== 'person' && homeOf(ownerOf(table, whose), holding) !== holding) continue;
      if (holding === 'unassigned' && needsPlacement(table, tables)) continue;
      for (const variant of table.name === 'person' && homeOf('person', holding) === holding
        ? [0, STAFF]
        : [0])
        failed.push(...(await plantSomehow(client, planting, { table, holding, variant })));
    }
  }
  await client.query("SET session_replication_role = 'origin'");
  return {
    tables,
    whose,
    failed,
    value: (table, column, holding) => valueOf(planting, tableOf(tables, table), column, holding, 0),
  };
}

/** What a participant's own person leads to is theirs, whatever else leads to people. */
function ownerOf(table: Table, whose: ReadonlyMap<string, Whose>): Whose {
  return OF_THE_PARTICIPANT.has(table.name) ? 'participant' : (whose.get(table.name) ?? 'nobody');
}

type Planting = { readonly tables: readonly Table[]; readonly whose: ReadonlyMap<string, Whose> };
type Place = { readonly table: Table; readonly holding: Holding; readonly variant: number };

/** With all that a row may have; where its checks say that not all of it goes together, with what it must have. */
async function plantSomehow(client: Client, planting: Planting, place: Place): Promise<readonly string[]> {
  try {
    await plant(client, planting, place, false);
    return [];
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    if (error.code !== CHECK_VIOLATION) return [`${place.table.name} of ${place.holding}: ${error.message}`];
  }
  try {
    await plant(client, planting, place, true);
    return [];
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    return [`${place.table.name} of ${place.holding}: ${error.message}`];
  }
}

const CHECK_VIOLATION = '23514';
/** What a row is found by, also where it need not have it. */
const ALWAYS = new Set(['participant', 'placement', 'provider', 'office', 'decision', 'contract']);

async function plant(
  client: Client,
  planting: Planting,
  { table, holding, variant }: Place,
  lean: boolean,
): Promise<void> {
  const columns = table.columns.filter((column) => !isMadeByItself(table, column));
  const values = columns.map((column) => {
    const key = `${table.name}.${column.name}`;
    const needed = !column.nullable || ALWAYS.has(leadsTo(column) ?? '') || key in GIVEN || KEPT.has(key);
    return lean && !needed ? null : valueOf(planting, table, column.name, holding, variant);
  });
  const names = columns.map(({ name }) => client.escapeIdentifier(name));
  const places = columns.map((column, at) => `$${at + 1}::text::${castOf(column)}`);
  await client.query(
    `INSERT INTO ${client.escapeIdentifier(table.name)} (${names.join(', ')}) VALUES (${places.join(', ')})`,
    values,
  );
}

/** What has a default has it, unless something is known of the column. */
function isMadeByItself(table: Table, column: Column): boolean {
  const known = `${table.name}.${column.name}` in GIVEN || leadsTo(column) !== null || column.type === 'uuid';
  return column.hasDefault && !known && column.type !== 'text';
}

function castOf({ type }: Column): string {
  return type.startsWith('_') ? `"${type.slice(1)}"[]` : type === 'bpchar' ? 'text' : `"${type}"`;
}

function tableOf(tables: readonly Table[], name: string): Table {
  const table = tables.find((one) => one.name === name);
  if (table === undefined) throw new Error(`There is no table ${name}`);
  return table;
}

function needsPlacement(table: Table, tables: readonly Table[], above: readonly string[] = []): boolean {
  if (table.name === 'placement') return true;
  return table.columns.some((column) => {
    if (column.nullable) return false;
    const target = leadsTo(column);
    if (target === 'placement') return true;
    if (target === null || target === table.name || above.includes(target)) return false;
    return needsPlacement(tableOf(tables, target), tables, [...above, table.name]);
  });
}

function valueOf(planting: Planting, table: Table, name: string, holding: Holding, variant: number): unknown {
  const column = table.columns.find((one) => one.name === name);
  if (column === undefined) throw new Error(`There is no column ${table.name}.${name}`);
  const key = `${table.name}.${name}`;
  const given = key in GIVEN ? GIVEN[key] : leadsTo(column) === null ? GIVEN[name] : undefined;
  if (given !== undefined) {
    const value = typeof given === 'function' ? given(holding) : given;
    return value === null ? null : String(value);
  }
  return led(planting, table, column, holding) ?? plain(table, column, holding, variant);
}

/** What a column holds that leads to another row: that row's own value. Undefined for all others. */
function led(planting: Planting, table: Table, column: Column, holding: Holding): string | null | undefined {
  const target = leadsTo(column);
  if (target === null) return undefined;
  const inItself =
    target === table.name ||
    (column.nullable && /^(replaces|supersedes|proposal|new_report)/.test(column.name));
  if (inItself) return column.nullable ? null : undefined;
  const there = tableOf(planting.tables, target);
  const whose = planting.whose.get(target) ?? 'nobody';
  const home = homeOf(whose, holding);
  if (holding === 'unassigned' && (target === 'placement' || needsPlacement(there, planting.tables)))
    return null;
  if (target === 'person' && !OF_THE_PARTICIPANT.has(table.name))
    return markedId(homeOf('person', holding), there.number, STAFF);
  if (target === 'person') return markedId(holding, there.number);
  const referred = column.refersTo?.column ?? 'id';
  return String(valueOf(planting, there, referred, home, 0));
}

function plain(table: Table, column: Column, holding: Holding, variant: number): string | null {
  if (column.among !== null) return column.nullable ? null : (column.among[0] ?? null);
  switch (column.type) {
    case 'uuid':
      return column.nullable && column.name !== 'id' ? null : markedId(holding, table.number, variant);
    case 'text':
      return markedWord(holding, table.number, variant);
    case 'bpchar':
      return column.nullable ? null : `${HOLDINGS[holding]}`.repeat(10);
    case 'jsonb':
      return JSON.stringify({ mark: markedWord(holding, table.number, variant) });
    case 'bool':
      return 'false';
    case 'bytea':
      return `\\x${HOLDINGS[holding]}${HOLDINGS[holding]}${table.number.toString(16).padStart(4, '0')}`.padEnd(
        66,
        '0',
      );
    case 'date':
      return column.nullable ? null : '2026-02-10';
    case 'timestamptz':
      return column.nullable
        ? null
        : /expires|ends|until|full/.test(column.name)
          ? '2027-01-01T00:00:00Z'
          : '2026-02-10T08:00:00Z';
    case 'int2':
    case 'int4':
    case 'int8':
      return column.nullable
        ? null
        : column.name === 'id' || column.name === 'txid'
          ? String(1000 + HOLDINGS[holding])
          : '1';
    case 'float8':
      return column.nullable ? null : '56';
    default:
      return column.type.startsWith('_') ? '{}' : null;
  }
}
