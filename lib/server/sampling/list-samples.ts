import { estimate } from '#lib/domain/sampling/estimate.ts';
import type { AutomaticMonth, ReadStratum, SampleList } from '#lib/domain/sampling/sample-view.ts';
import type { SampleListInput } from '#lib/schemas/sampling.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { readAutomaticMonths } from '#lib/server/sampling/automatic-months.ts';
import { readCycles, readStrata } from '#lib/server/sampling/read-cycles.ts';
import { monthOf } from '#lib/shared/month.ts';

const PAGE_SIZE = 12;

/** A drawn cycle that nothing stood in says nothing. */
const SHOWN = Prisma.sql`WHERE c.frame_count > 0`;

const COMING = Prisma.sql`WHERE c.drawn_at IS NULL ORDER BY c.month, c.draw`;

const ALL = Prisma.sql`true`;

/** What each sample says of all reports that the rules approved, and how many of a month's reports they approve. */
export const listSamples = defineQuery<SampleListInput, SampleList>({
  name: 'sample.list',
  mandates: ['reviewer', 'auditor'],
  purpose: 'Stickprov av automatiska godkännanden',
  run: async (tx, { page }, { today }) => {
    const order = Prisma.sql`ORDER BY c.month DESC, c.draw DESC LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`;
    const cycles = await readCycles(tx, Prisma.sql`${SHOWN} ${order}`);
    const [counted] = await tx.$queryRaw<
      { total: number }[]
    >`SELECT count(*)::int AS total FROM sample_cycle c ${SHOWN}`;
    const drawn = cycles.map(({ id }) => id);
    const strata = Map.groupBy(await readStrata(tx, drawn, ALL, today), ({ cycleId }) => cycleId);
    return {
      cycles: cycles.map((cycle) => ({ ...cycle, estimate: estimateOf(strata.get(cycle.id)) })),
      coming: await readCycles(tx, COMING),
      total: counted?.total ?? 0,
      page,
      pageSize: PAGE_SIZE,
      months: await readAutomaticMonths(tx, monthOf(today)),
    };
  },
  reads: () => null,
});

const estimateOf = (strata: readonly ReadStratum[] | undefined) =>
  strata === undefined ? null : estimate(strata);

/** How many of each month's reports the rules approve, for a file. */
export const listAutomaticMonths = defineQuery<object, readonly AutomaticMonth[]>({
  name: 'sample.listMonths',
  mandates: ['reviewer', 'auditor'],
  purpose: 'Andel automatiska godkännanden',
  run: async (tx, _, { today }) => await readAutomaticMonths(tx, monthOf(today)),
  reads: () => null,
});
