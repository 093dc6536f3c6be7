import { createHash } from 'node:crypto';
import { type Connection, connect } from './connection.ts';
import type { Fault, Placement, Received, Report, ReportWithVersions, Row } from './portal-types.ts';

export type Settings = {
  /** `https://…`, without a slash at the end. */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
};

/** A fault with the row that it is in; null where it is in the call as a whole. */
export type RowFault = Fault & { readonly row: Row | null };

/** What became of rows: each report went in whole or not at all. */
export type Outcome = {
  readonly reports: readonly Received[];
  readonly faults: readonly RowFault[];
};

export type Portal = {
  /** Whose months there are to report. */
  readonly placements: (month: string) => AsyncGenerator<Placement>;
  /** What the rows would come to. Nothing is stored. */
  readonly dryRun: (rows: readonly Row[]) => Promise<Outcome>;
  /** Sends the rows. The same rows again, or the same key, give the same answer and nothing twice. */
  readonly submit: (rows: readonly Row[], key?: string) => Promise<Outcome>;
  readonly reports: (month: string) => AsyncGenerator<Report>;
  readonly report: (id: string) => Promise<ReportWithVersions>;
};

type Page<Item> = {
  readonly placements?: readonly Item[];
  readonly reports?: readonly Item[];
  readonly nextCursor: string | null;
};

/** The portal as a provider's system sees it. */
export function openPortal(settings: Settings): Portal {
  const connection = connect(settings);
  return {
    placements: (month) => pages<Placement>(connection, 'placements', month),
    reports: (month) => pages<Report>(connection, 'reports', month),
    report: async (id) => read(await connection.call(`/api/v1/reports/${id}`)),
    dryRun: (rows) => send(connection, '/api/v1/reports?dryRun=true', rows, {}),
    submit: (rows, key = keyOf(rows)) =>
      send(connection, '/api/v1/reports', rows, { 'idempotency-key': key }),
  };
}

async function* pages<Item>(
  connection: Connection,
  name: 'placements' | 'reports',
  month: string,
): AsyncGenerator<Item> {
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query = new URLSearchParams(cursor === '' ? { month } : { month, cursor });
    const page: Page<Item> = await read(await connection.call(`/api/v1/${name}?${query.toString()}`));
    yield* page[name] ?? [];
    cursor = page.nextCursor;
  }
}

async function send(
  connection: Connection,
  path: string,
  rows: readonly Row[],
  headers: Readonly<Record<string, string>>,
): Promise<Outcome> {
  const answer = await connection.call(path, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ rows }),
    // Nothing came in: an answer like any other, with everything that is wrong.
    accepts: (problem) => problem.code === 'invalidInput',
  });
  const { reports = [], errors } = await read<{ reports?: readonly Received[]; errors: readonly Fault[] }>(
    answer,
  );
  return { reports, faults: errors.map((fault) => ({ ...fault, row: rowAt(rows, fault.pointer) })) };
}

/** The row that a pointer such as `/rows/3/minutes` leads to. */
function rowAt(rows: readonly Row[], pointer: string): Row | null {
  const index = /^\/rows\/(\d+)(?:\/|$)/.exec(pointer)?.[1];
  return index === undefined ? null : (rows[Number(index)] ?? null);
}

/** A key that says what is sent: whoever lost the answer sends the same again without thinking of it. */
function keyOf(rows: readonly Row[]): string {
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
}

async function read<Answer>(response: Response): Promise<Answer> {
  return (await response.json()) as Answer;
}
