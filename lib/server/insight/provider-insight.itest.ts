import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuthorityActor } from '#lib/domain/actor/actor.ts';
import { providerCsvRows, providersCsvRows } from '#lib/domain/insight/providers-csv.ts';
import { PROVIDER_SORTS } from '#lib/domain/insight/provider-figures.ts';
import { everyRole } from '#lib/server/document/testing/doers.ts';
import { newId } from '#lib/server/ids.ts';
import { listProviders } from '#lib/server/insight/provider-list.ts';
import { showProvider } from '#lib/server/insight/provider-page.ts';
import { buildSampledWorld, type SampledWorld } from '#lib/server/sampling/testing/sampled-world.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { providerFiguresInput } from '#lib/schemas/insight.ts';
import { addDays, plainDate, toUtcDate } from '#lib/shared/plain-date.ts';
import { month } from '#lib/shared/month.ts';

// One view of each provider: what stands in the tables, counted, and nothing of whom it is about.
let world: SampledWorld;
let reviewer: AuthorityActor;
const now = new Date('2026-03-20T08:00:00Z');
const MONTHS = { from: '2026-01', to: '2026-03' };

const REASON = { reasonCode: 'minutes', reason: 'Minuterna stämmer inte med loggen.' };

beforeAll(async () => {
  world = await buildSampledWorld();
  reviewer = await buildAuthorityActor(world.owner, 'reviewer');
  const { owner, office } = world;
  const placed = () => buildPlacement(owner, { office });
  // Returned once and approved then; waits, its day passed; waits for the draw alone.
  const completed = await placed();
  const first = await buildStoredReport(owner, {
    placement: completed,
    month: '2026-02',
    status: 'superseded',
  });
  await owner.reviewDecision.create({
    data: {
      id: newId(),
      reportId: first,
      decision: 'return',
      ...REASON,
      decidedByPersonId: reviewer.personId,
      decidedAt: now,
    },
  });
  await buildStoredReport(owner, { placement: completed, month: '2026-02', number: 2, supersedesId: first });
  const waiting = await buildStoredReport(owner, {
    placement: await placed(),
    month: '2026-02',
    status: 'submitted',
  });
  await owner.report.update({
    where: { id: waiting },
    data: { decideBy: toUtcDate(addDays(plainDate('2026-03-20'), -1)), route: 'person', routeReason: 'risk' },
  });
  const automatic = await buildStoredReport(owner, {
    placement: await placed(),
    month: '2026-02',
    status: 'submitted',
  });
  await owner.report.update({ where: { id: automatic }, data: { route: 'automatic', routeReason: 'clear' } });
  await owner.complaint.create({
    data: {
      id: newId(),
      providerId: office.provider.id,
      fromKind: 'public',
      category: 'premises',
      receivedOn: toUtcDate(plainDate('2026-02-10')),
      words: 'Det går inte att komma in med rullstol.',
      writtenByPersonId: reviewer.personId,
      writtenAt: now,
    },
  });
});
afterAll(() => world.close());

const list = async (asked: object = {}, actor: AuthorityActor = reviewer) => {
  const page = await world.read(listProviders, providerFiguresInput.parse({ ...MONTHS, ...asked }), {
    actor,
    now,
  });
  if (!page.ok) throw new Error(JSON.stringify(page.error));
  return page.value;
};
const show = async () => {
  const asked = { providerId: world.office.provider.id, from: month('2026-01'), to: month('2026-03') };
  const page = await world.read(showProvider, asked, { actor: reviewer, now });
  if (!page.ok) throw new Error(JSON.stringify(page.error));
  return page.value;
};
const own = async () => {
  const { providers } = await list();
  const found = providers.find(({ providerId }) => providerId === world.office.provider.id);
  if (found === undefined) throw new Error('The provider is not listed');
  return found;
};

describe('a provider’s figures', () => {
  it('count what stands: a version that was replaced once, what waits for the draw not as waiting', async () => {
    const figures = await own();
    const decided = await world.owner.report.count({
      where: { providerId: world.office.provider.id, status: { in: ['approved', 'returned', 'rejected'] } },
    });
    const rejected = await world.owner.report.count({
      where: { providerId: world.office.provider.id, status: 'rejected' },
    });
    const waiting = await world.owner.report.findMany({
      where: { providerId: world.office.provider.id, status: 'submitted', route: 'person' },
    });
    expect(figures).toMatchObject({
      refused: { part: rejected + 1, of: decided },
      waiting: waiting.length,
      overdue: waiting.filter(({ decideBy }) => decideBy < toUtcDate(plainDate('2026-03-20'))).length,
      complaints: 1,
    });
  });

  it('are the same in the list as on the provider’s own page, where months and reasons add up to them', async () => {
    const figures = await own();
    const page = await show();
    expect(page.figures).toEqual(figures);
    const sum = (of: (row: (typeof page.months)[number]) => number) =>
      page.months.reduce((all, row) => all + of(row), 0);
    expect(sum(({ waiting }) => waiting)).toBe(figures.waiting);
    expect(sum(({ byRules, byPerson, returned, rejected }) => byRules + byPerson + returned + rejected)).toBe(
      figures.refused.of,
    );
    for (const row of page.months) {
      const { automatic, waiting, communicated, byRules, byPerson, returned, rejected } = row;
      expect(automatic + waiting + communicated + byRules + byPerson + returned + rejected).toBe(row.sent);
    }
    expect(page.reasons).toEqual([{ reason: 'minutes', returned: 1, proposed: 0, rejected: 0, rows: 0 }]);
    expect(page.complaints).toEqual({ open: 1, byCategory: [{ category: 'premises', count: 1 }] });
  });

  it('tell of closed cycles alone what was drawn and in error, with an interval', async () => {
    const page = await show();
    const drawn = await world.owner.sampleResult.count({
      where: { cycleId: world.closedId, providerId: world.office.provider.id },
    });
    expect(page.cycles.map(({ cycleId }) => cycleId)).toEqual([world.closedId]);
    expect(page.figures.errors.of).toBe(drawn);
    expect(page.sampled.drawnCount).toBe(drawn);
    const share = page.sampled.share ?? { estimate: 2, low: 2, high: 2 };
    expect(share.low).toBeLessThanOrEqual(share.estimate);
    expect(share.high).toBeGreaterThanOrEqual(share.estimate);
  });

  it('are ordered by any of them either way, found by name and number, and by area', async () => {
    for (const sort of PROVIDER_SORTS) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const [up, down] = [await list({ sort, order: 'asc' }), await list({ sort, order: 'desc' })];
      expect(up.total).toBe(2);
      expect(new Set(down.providers.map(({ providerId }) => providerId)).size).toBe(2);
    }
    const most = await list({ sort: 'waiting', order: 'desc' });
    expect(most.providers[0]?.providerId).toBe(world.office.provider.id);
    const { name, orgNo } = await own();
    expect((await list({ q: name })).total).toBe(1);
    expect((await list({ q: `${orgNo.slice(0, 6)}-${orgNo.slice(6)}` })).total).toBe(1);
    expect((await list({ q: '%' })).total).toBe(0);
    expect((await list({ area: 'nowhere' })).total).toBe(0);
  });

  it('are the same in a file', async () => {
    const rows = providersCsvRows(await list());
    expect(rows).toHaveLength(3);
    const page = providerCsvRows(await show());
    expect(page).toContainEqual(['Skäl', 'minutes', 'Återlämnade', 1]);
    expect(new Set(page.map((row) => row.length))).toEqual(new Set([4]));
  });

  it('are read by those who follow up and audit, by no provider and nobody else', async () => {
    const asked = providerFiguresInput.parse({});
    for (const [name, actor] of await everyRole(world)) {
      const seen = await world.read(listProviders, asked, { actor, now });
      const one = await world.read(
        showProvider,
        { providerId: world.office.provider.id, from: null, to: null },
        { actor, now },
      );
      const may = name === 'reviewer' || name === 'auditor';
      expect([name, seen.ok, one.ok]).toEqual([name, may, may]);
    }
  });
});
