import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import rom2 from '#lib/domain/compensation/agreements/rom2.json' with { type: 'json' };
import type { AuthorityActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import { execute } from '#lib/server/command/execute.ts';
import { ask } from '#lib/server/command/query.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { onDay, postedByRun } from '#lib/server/effect/testing/posted-by-run.ts';
import { newId } from '#lib/server/ids.ts';
import { declareCorrection } from '#lib/server/placement-correction/declare-correction.ts';
import { decideCorrection } from '#lib/server/placement-correction/decide-correction.ts';
import { recalculateCorrection } from '#lib/server/placement-correction/recalculate-correction.ts';
import { showCorrection } from '#lib/server/placement-correction/show-correction.ts';
import { submitCorrection } from '#lib/server/placement-correction/submit-correction.ts';
import { withdrawCorrection } from '#lib/server/placement-correction/withdraw-correction.ts';
import { closeRunSetup, openRunSetup, type RunSetup } from '#lib/server/statement/testing/run-setup.ts';
import { buildOffice, type BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { buildOutcome } from '#lib/server/testing/builders/outcome.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildProvider } from '#lib/server/testing/builders/provider.ts';
import { buildStepUp } from '#lib/server/testing/builders/session.ts';
import { buildAuthorityActor, buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { addDays, plainDate } from '#lib/shared/plain-date.ts';

const WHAT = 'Nivån lästes in från fel kolumn i beslutssystemet.';
let setup: RunSetup;
let database: Database;
let office: BuiltOffice;
let maria: AuthorityActor;
let henrik: AuthorityActor;
let signatory: ProviderActor;
beforeAll(async () => {
  setup = await openRunSetup();
  database = openDatabase(setup.test.appUrl, 8);
  const provider = await buildProvider(setup.owner);
  office = await buildOffice(setup.owner, { provider });
  await setup.owner.agreementVersion.create({
    data: { id: rom2.id, name: rom2.name, document: rom2, publishedAt: new Date('2026-01-01T00:00:00Z') },
  });
  maria = await buildAuthorityActor(setup.owner, 'agreementAdmin');
  henrik = await buildAuthorityActor(setup.owner, 'agreementAdmin');
  signatory = await buildProviderActor(setup.owner, 'signatory', { provider });
});
afterAll(async () => {
  await database.$disconnect();
  await closeRunSetup(setup);
});

let paid: BuiltPlacement;
let waiting: BuiltPlacement;
let today = plainDate('2026-07-10');

/** Two placements on level B by mistake: one with January paid and work that has lasted, one with January unreported. */
beforeEach(async () => {
  today = addDays(today, 10);
  paid = await buildPlacement(setup.owner, { office, level: 'B', end: '2026-03-02', endReason: 'outcome' });
  await buildStoredReport(setup.owner, { placement: paid, month: '2026-01' });
  await buildOutcome(setup.owner, { placement: paid, from: '2026-03-02', verifiedThrough: '2026-07-02' });
  waiting = await buildPlacement(setup.owner, { office, level: 'B' });
  await postedByRun(setup, today);
});

const rows = () => `${paid.reference};C\n${waiting.reference};A`;
async function declare(change: object = {}, actor: AuthorityActor | ProviderActor = maria, key = newId()) {
  const input = { what: WHAT, occurredOn: '2026-01-02', rows: rows(), ...change };
  return await execute(declareCorrection, input, onDay(database, actor, today, key));
}
async function declared(): Promise<string> {
  const result = await declare();
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.correctionId;
}
async function show(correctionId: string, actor = henrik) {
  const now = new Date(`${today}T11:00:00Z`);
  const page = await ask(showCorrection, { correctionId, page: 1 }, { database, actor, now });
  if (!page.ok) throw new Error(page.error.code);
  return page.value;
}
async function submitted(): Promise<string> {
  const correctionId = await declared();
  const { correction } = await show(correctionId);
  const done = await execute(
    submitCorrection,
    { correctionId, version: correction.version },
    onDay(database, maria, today),
  );
  expect(done.ok).toBe(true);
  return correctionId;
}
type Decision = {
  readonly actor?: AuthorityActor;
  readonly stepUp?: boolean;
  readonly day?: typeof today;
  readonly key?: string;
};
async function decide(
  correctionId: string,
  { actor = henrik, stepUp = true, day = today, key = newId() }: Decision = {},
) {
  const { correction, contentHash } = await show(correctionId);
  const at = new Date(`${day}T11:00:00Z`);
  const { sessionId } = actor;
  if (stepUp) await buildStepUp(setup.owner, { sessionId, purpose: 'decideCorrection', contentHash, at });
  const input = { correctionId, version: correction.version, decision: 'decide', contentHash };
  return await execute(decideCorrection, input, onDay(database, actor, day, key));
}

describe('a correction of placements', () => {
  it('shows its kronor by placement, by provider and in all, and the next run posts exactly those', async () => {
    const correctionId = await submitted();
    const { correction, items, byProvider } = await show(correctionId);
    const own = items.find(({ placementId }) => placementId === paid.id);
    const other = items.find(({ placementId }) => placementId === waiting.id);
    // January: 21 days × (75 − 65) kr = 210 kr; result 30 000 − 22 000; supplement 4 000 − 3 500; and the bonus by day rate.
    expect(own?.differenceOre).toBeGreaterThan(21_000 + 800_000 + 50_000);
    expect(own?.nextOre).toBe(own?.differenceOre);
    expect(other).toMatchObject({ fromLevel: 'B', toLevel: 'A', differenceOre: 0, nextOre: 0 });
    expect(byProvider).toMatchObject([{ placements: 2, differenceOre: own?.differenceOre }]);
    expect(correction).toMatchObject({ placements: 2, providers: 1, nextOre: own?.nextOre });
    expect((await decide(correctionId)).ok).toBe(true);
    const day = addDays(today, 1);
    const posted = await postedByRun(setup, day);
    expect(posted.get(paid.id)).toBe(own?.nextOre);
    expect(posted.get(waiting.id)).toBeUndefined();
    const after = await setup.owner.placement.findUniqueOrThrow({
      where: { id: paid.id },
      include: { decision: true },
    });
    expect(after).toMatchObject({ level: 'C', decision: { level: 'C' } });
    expect((await show(correctionId)).correction).toMatchObject({ status: 'decided', decisionReason: '' });
  });

  it('to another agreement version shows and posts its kronor too', async () => {
    const result = await declare({ rows: paid.reference, agreementVersionId: 'rom2-exempel-1' });
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const { correctionId } = result.value;
    await execute(submitCorrection, { correctionId, version: 1 }, onDay(database, maria, today));
    const { items } = await show(correctionId);
    expect(items).toMatchObject([{ fromLevel: 'B', toLevel: 'B', toAgreementVersionId: 'rom2-exempel-1' }]);
    expect((await decide(correctionId)).ok).toBe(true);
    expect((await postedByRun(setup, addDays(today, 1))).get(paid.id) ?? 0).toBe(items[0]?.nextOre);
  });

  it('says what is wrong with what was pasted, by row', async () => {
    const result = await declare({ rows: `${paid.reference};B\n123;C\n999999999;A` });
    expect(result).toMatchObject({
      error: { problem: { status: 422, errors: [{ row: 2, code: 'referenceInvalid' }] } },
    });
    expect(await declare({ rows: `${paid.reference};B\n999999999;A` })).toMatchObject({
      error: {
        problem: {
          errors: [
            { row: 1, code: 'nothingChanges' },
            { row: 2, code: 'referenceUnknown' },
          ],
        },
      },
    });
    expect(await declare({ what: 'fel', occurredOn: 'i går' })).toMatchObject({
      error: { problem: { errors: [{ pointer: '/what' }, { pointer: '/occurredOn' }] } },
    });
    await declared();
    expect(await declare()).toMatchObject({
      error: { problem: { errors: [{ code: 'underCorrection' }, {}] } },
    });
  });

  it('is decided by a second person, with the e-ID again', async () => {
    const correctionId = await submitted();
    expect(await decide(correctionId, { stepUp: false })).toMatchObject({
      error: { problem: { code: 'stepUpRequired' }, stepUp: { purpose: 'decideCorrection' } },
    });
    expect(await decide(correctionId, { actor: maria })).toMatchObject({
      error: { problem: { status: 403, errors: [{ code: 'ownSubmission' }] } },
    });
    expect(await setup.owner.placement.findUniqueOrThrow({ where: { id: paid.id } })).toMatchObject({
      level: 'B',
    });
    await expect(
      setup.owner.placementCorrection.update({
        where: { id: correctionId },
        data: {
          status: 'declined',
          decidedByPersonId: maria.personId,
          decidedAt: new Date(),
          decisionReason: 'nej',
        },
      }),
    ).rejects.toThrow('placement_correction_four_eyes');
  });

  it('is declared, submitted and decided by those who answer for agreements alone', async () => {
    const reviewer = await buildAuthorityActor(setup.owner, 'reviewer');
    for (const actor of [reviewer, signatory]) {
      expect(await declare({}, actor)).toMatchObject({ error: { problem: { status: 403 } } });
    }
    const correctionId = await declared();
    expect(
      await execute(submitCorrection, { correctionId, version: 1 }, onDay(database, henrik, today)),
    ).toMatchObject({ error: { problem: { errors: [{ code: 'notDeclarer' }] } } });
    expect(await decide(correctionId)).toMatchObject({ error: { problem: { code: 'correctionNotOpen' } } });
    const done = await execute(
      withdrawCorrection,
      { correctionId, version: 1 },
      onDay(database, maria, today),
    );
    expect(done.ok).toBe(true);
    expect((await declare()).ok).toBe(true);
  });

  it('whose kronor have changed is refused with the placements named, until it is calculated again', async () => {
    const correctionId = await submitted();
    await buildStoredReport(setup.owner, { placement: waiting, month: '2026-02' });
    const refused = await decide(correctionId);
    expect(refused).toMatchObject({
      error: { problem: { status: 409, code: 'correctionStale', errors: [{ code: 'kronorChanged' }] } },
    });
    expect(refused.ok ? '' : refused.error.problem.errors[0]?.message).toContain(waiting.reference);
    const { correction } = await show(correctionId);
    const input = { correctionId, version: correction.version };
    expect((await execute(recalculateCorrection, input, onDay(database, henrik, today))).ok).toBe(true);
    const { items } = await show(correctionId);
    expect((await decide(correctionId)).ok).toBe(true);
    const posted = await postedByRun(setup, addDays(today, 1));
    for (const { placementId, nextOre } of items) expect(posted.get(placementId) ?? 0).toBe(nextOre);
  });

  it('whose placement has been changed meanwhile is refused with it named', async () => {
    const correctionId = await submitted();
    await setup.owner.placement.update({ where: { id: paid.id }, data: { level: 'A' } });
    expect(await decide(correctionId)).toMatchObject({
      error: { problem: { code: 'correctionStale', errors: [{ code: 'placementChanged' }] } },
    });
  });

  it('is carried out once, however often it is decided', async () => {
    const correctionId = await submitted();
    const { correction, contentHash } = await show(correctionId);
    const at = new Date(`${today}T11:00:00Z`);
    await buildStepUp(setup.owner, {
      sessionId: henrik.sessionId,
      purpose: 'decideCorrection',
      contentHash,
      at,
    });
    const input = { correctionId, version: correction.version, decision: 'decide', contentHash };
    const key = newId();
    const all = await Promise.all(
      Array.from({ length: 5 }, () => execute(decideCorrection, input, onDay(database, henrik, today, key))),
    );
    expect(all.every(({ ok }) => ok)).toBe(true);
    const { version } = await setup.owner.placement.findUniqueOrThrow({ where: { id: paid.id } });
    expect(version).toBe(2);
  });
});

describe('the database', () => {
  it('lets nobody change a level or an agreement version except by a correction that is decided with it', async () => {
    const change = (set: Prisma.Sql) =>
      inTransaction(
        database,
        henrik,
        (tx) => tx.$executeRaw`UPDATE placement SET ${set} WHERE id = ${paid.id}::uuid`,
      );
    const alone = 'by a decided correction alone';
    await expect(change(Prisma.sql`level = 'C'`)).rejects.toThrow(alone);
    await expect(change(Prisma.sql`agreement_version_id = ${rom2.id}`)).rejects.toThrow(alone);
    expect(await change(Prisma.sql`version = version + 1`)).toBe(1);
    const correctionId = await submitted();
    await decide(correctionId);
    // B → C was decided; back and there again is not.
    await setup.owner.placement.update({ where: { id: paid.id }, data: { level: 'B' } });
    await expect(change(Prisma.sql`level = 'C'`)).rejects.toThrow(alone);
  });

  it('keeps what was submitted, and adds nothing to it', async () => {
    const correctionId = await submitted();
    const run = (sql: Prisma.Sql) => setup.owner.$executeRaw(sql);
    const at = Prisma.sql`WHERE correction_id = ${correctionId}::uuid AND placement_id = ${paid.id}::uuid`;
    await expect(run(Prisma.sql`UPDATE placement_correction_item SET to_level = 'A' ${at}`)).rejects.toThrow(
      'stands',
    );
    await expect(
      run(Prisma.sql`UPDATE placement_correction_item SET applied_at = now() ${at}`),
    ).rejects.toThrow('stands');
    await expect(run(Prisma.sql`DELETE FROM placement_correction_item ${at}`)).rejects.toThrow('append-only');
    const third = await buildPlacement(setup.owner, { office, level: 'B' });
    const added = Prisma.sql`INSERT INTO placement_correction_item SELECT correction_id, ${third.id}::uuid, provider_id, implementation_reference,
      from_level, to_level, from_agreement_version_id, to_agreement_version_id, difference_ore, next_before_ore, next_ore, applied_at
      FROM placement_correction_item ${at}`;
    await expect(run(added)).rejects.toThrow('added to a draft alone');
    const other = Prisma.sql`UPDATE placement_correction SET what = 'Något helt annat.' WHERE id = ${correctionId}::uuid`;
    await expect(run(other)).rejects.toThrow('keeps its content');
  });

  it('shows a provider what has been corrected for its own placements, once it is decided', async () => {
    const correctionId = await submitted();
    const seen = () =>
      inTransaction(database, signatory, (tx) =>
        tx.placementCorrection.findMany({ where: { id: correctionId } }),
      );
    expect(await seen()).toEqual([]);
    await decide(correctionId);
    expect(await seen()).toMatchObject([{ what: WHAT }]);
    const other = await buildProviderActor(setup.owner, 'signatory', {
      provider: await buildProvider(setup.owner),
    });
    expect(
      await inTransaction(database, other, (tx) =>
        tx.placementCorrectionItem.count({ where: { correctionId } }),
      ),
    ).toBe(0);
  });
});
