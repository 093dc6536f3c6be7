import { type AskedMonths, askedMonths } from '#lib/domain/insight/asked-months.ts';
import type {
  Part,
  ProviderFigures,
  ProviderList,
  ProviderSort,
} from '#lib/domain/insight/provider-figures.ts';
import { estimate } from '#lib/domain/sampling/estimate.ts';
import type { ProviderFiguresInput } from '#lib/schemas/insight.ts';
import { likePattern } from '#lib/server/admin/like-pattern.ts';
import type { CommandContext } from '#lib/server/command/command.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { figuresBy, type FiguresRow } from '#lib/server/insight/figure-sources.ts';
import { sampledStrata } from '#lib/server/insight/sampled-strata.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

const PAGE_SIZE = 25;

/** What each column is ordered by; a provider that has nothing to share comes last. */
const ORDERS: Readonly<Record<ProviderSort, Prisma.Sql>> = {
  name: Prisma.sql`g.name COLLATE "sv-x-icu"`,
  placements: Prisma.sql`g.placements`,
  waiting: Prisma.sql`g.waiting`,
  overdue: Prisma.sql`g.overdue`,
  refused: Prisma.sql`g.refused::float / nullif(g.decided, 0)`,
  holds: Prisma.sql`g.upheld::float / nullif(g.judged, 0)`,
  deviations: Prisma.sql`g.deviations`,
  requests: Prisma.sql`g.requests`,
  complaints: Prisma.sql`g.complaints`,
  errors: Prisma.sql`g.errors::float / nullif(g.drawn, 0)`,
};

/** Most providers of a file. */
const MOST = 10_000;

/** The providers with their key figures, in one query whatever they are ordered by; the estimates are of those on the page. */
export const listProviders = defineQuery<ProviderFiguresInput, ProviderList>({
  name: 'insight.providers',
  mandates: ['reviewer', 'auditor'],
  purpose: 'Uppföljning av leverantörer',
  run: (tx, input, context) => providersOf(tx, input, context, PAGE_SIZE),
  reads: () => null,
});

/** The same of all that the filters leave, for a file. */
export const exportProviders = defineQuery<ProviderFiguresInput, ProviderList>({
  name: 'insight.exportProviders',
  mandates: ['reviewer', 'auditor'],
  purpose: 'Uppföljning av leverantörer',
  run: (tx, input, context) => providersOf(tx, { ...input, page: 1 }, context, MOST),
  reads: () => null,
});

async function providersOf(
  tx: Tx,
  input: ProviderFiguresInput,
  { today, now }: Pick<CommandContext, 'today' | 'now'>,
  pageSize: number,
): Promise<ProviderList> {
  const months = askedMonths(input, today);
  const { page } = input;
  const { rows, total } = await pageOf(tx, input, { months, today, pageSize });
  const ids = rows.map(({ providerId }) => providerId);
  const strata = await sampledStrata(tx, ids, months);
  return {
    from: months.from,
    to: months.to,
    providers: rows.map((row) => figuresOf(row, estimate(strata.get(row.providerId) ?? []))),
    areas: (await tx.deliveryArea.findMany({ select: { id: true }, orderBy: { id: 'asc' } })).map(
      ({ id }) => id,
    ),
    total,
    page,
    pageSize,
    readAt: now.toISOString(),
  };
}

type Asked = {
  readonly months: AskedMonths;
  readonly today: PlainDate;
  readonly pageSize: number;
};
type Rows = { readonly rows: readonly FiguresRow[]; readonly total: number };

/** By name, the figures of those on the page are counted alone; whatever else they are ordered by has to be counted of all. */
async function pageOf(
  tx: Tx,
  input: ProviderFiguresInput,
  { months, today, pageSize }: Asked,
): Promise<Rows> {
  const { sort, order, page } = input;
  const shown = shownBy(input);
  const ordered = Prisma.sql`ORDER BY ${ORDERS[sort]} ${order === 'asc' ? Prisma.sql`ASC` : Prisma.sql`DESC`} NULLS LAST,
    g.name COLLATE "sv-x-icu", g."providerId"`;
  const paged = async <Row>(providers: Prisma.Sql): Promise<readonly (Row & { readonly total: number })[]> =>
    await queryJson(
      tx,
      Prisma.sql`SELECT g.*, count(*) OVER ()::int AS total FROM (${providers}) g ${ordered} LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`,
    );
  if (sort !== 'name' || pageSize > PAGE_SIZE) {
    const rows = await paged<FiguresRow>(figuresBy({ shown }, months, today));
    return { rows, total: rows[0]?.total ?? 0 };
  }
  const named = await paged<Pick<FiguresRow, 'providerId'>>(
    Prisma.sql`SELECT v.id AS "providerId", v.name FROM provider v WHERE ${shown}`,
  );
  const ids = named.map(({ providerId }) => providerId);
  const rows = await queryJson<FiguresRow>(
    tx,
    Prisma.sql`SELECT g.* FROM (${figuresBy({ ids }, months, today)}) g ${ordered}`,
  );
  return { rows, total: named[0]?.total ?? 0 };
}

/** Providers by name or number, and by the areas of their contracts. */
function shownBy({ q, area }: Pick<ProviderFiguresInput, 'q' | 'area'>): Prisma.Sql {
  const like = likePattern(q);
  const words =
    q === ''
      ? Prisma.sql`true`
      : Prisma.sql`(v.name ILIKE ${like} OR v.org_no LIKE ${like.replaceAll('-', '')})`;
  return area === ''
    ? words
    : Prisma.sql`${words} AND EXISTS (SELECT 1 FROM contract c WHERE c.provider_id = v.id AND c.delivery_area_id = ${area})`;
}

const part = (some: number, of: number): Part => ({ part: some, of });

export function figuresOf(
  row: FiguresRow,
  { share, isTooSmall }: ReturnType<typeof estimate>,
): ProviderFigures {
  const { providerId, name, orgNo, placements, waiting, overdue, deviations, requests, complaints } = row;
  return {
    providerId,
    name,
    orgNo,
    placements,
    waiting,
    overdue,
    refused: part(row.refused, row.decided),
    holds: part(row.upheld, row.judged),
    deviations,
    requests,
    complaints,
    errors: part(row.errors, row.drawn),
    errorShare: share,
    isTooSmall,
  };
}
