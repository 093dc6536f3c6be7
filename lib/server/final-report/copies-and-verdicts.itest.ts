import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/domain/actor/actor.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { judgeFinalReport } from '#lib/server/final-report/judge-final-report.ts';
import {
  AFTER,
  buildFinalReports,
  type FinalReports,
  goodReport,
  type Switched,
} from '#lib/server/final-report/testing/final-reports.ts';
import { newId } from '#lib/server/ids.ts';

let world: FinalReports;
let from: Switched;

beforeAll(async () => {
  world = await buildFinalReports();
});
afterAll(() => world.close());
beforeEach(async () => {
  from = await world.switched();
});

describe('copies', () => {
  it('are told by their place and number at the provider, not whose, and not of oneself', async () => {
    await world.sent(from.before.id);
    const { remarks: own } = await world.previewed(from.before.id, goodReport());
    expect(own).toEqual([]);
    const { before } = await world.switched();
    const typed = {
      ...goodReport(),
      progress: `Sedan i våras, och mycket på eget initiativ, ${goodReport(8).progress}`,
    };
    const { remarks } = await world.previewed(before.id, typed);
    expect(remarks).toEqual(
      expect.arrayContaining([
        expect.stringContaining(
          'Kontakter med arbetsgivare eller andra relevanta aktörer, ”Vad gjorde ni?”. Skriv',
        ),
      ]),
    );
    expect(remarks.every((remark) => !remark.includes('Framsteg') && !remark.includes('framsteg'))).toBe(
      true,
    );
  });

  it('are found by the index of their prints', async () => {
    const plan = await world.owner.$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
      return await tx.$queryRaw<{ 'QUERY PLAN': string }[]>`
        EXPLAIN SELECT document_id FROM document_print WHERE grams && ARRAY[1, 2, 3]`;
    });
    expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain('document_print_grams_idx');
  });

  it('are read by nobody but through their counts', async () => {
    const prints = (actor: Actor) =>
      inTransaction(world.app, actor, async (tx) => await tx.$queryRaw`SELECT * FROM document_print`);
    for (const actor of [world.coach, world.reviewer])
      await expect(prints(actor)).rejects.toThrow(/permission denied/);
    const asked = (actor: Actor, how: string) =>
      inTransaction(world.app, actor, (tx) =>
        tx.$queryRawUnsafe(`SELECT * FROM app.document_copies('${from.before.id}', 'finalReport', ${how})`),
      );
    expect(await asked(world.nextCoach, 'CURRENT_DATE')).toEqual([]);
    // How alike is a term: who could name it would read by counting.
    await expect(asked(world.coach, '1')).rejects.toThrow(/permission denied/);
  });
});

describe('whether one can plan from a report', () => {
  const judge = (documentId: string, given: object = {}, actor: Actor = world.caseworker) =>
    world.run(judgeFinalReport, { documentId, verdict: 'yes', missing: '', ...given }, { actor, now: AFTER });

  it('is said once by each caseworker, of an approved one, with what is missing', async () => {
    const id = await world.sent(from.before.id);
    expect(await judge(id)).toMatchObject({ error: { problem: { code: 'notApproved' } } });
    await world.decide(id, 'approve');
    expect(await judge(id, { verdict: 'partly' })).toMatchObject({
      error: { problem: { errors: [{ pointer: '/missing', code: 'missingUnsaid' }] } },
    });
    const missing = 'Vilken arbetsgivare var det som erbjöd vikariat?';
    expect((await judge(id, { verdict: 'partly', missing })).ok).toBe(true);
    expect(await judge(id)).toMatchObject({ error: { problem: { code: 'alreadyJudged' } } });
    expect(await world.owner.finalReportVerdict.findMany({ where: { documentId: id } })).toMatchObject([
      { verdict: 'partly', missing, byPersonId: world.caseworker.personId },
    ]);
  });

  it('is said by caseworkers alone, in the own name, never taken back – in SQL too', async () => {
    const id = await world.sent(from.before.id);
    await world.decide(id, 'approve');
    for (const actor of [world.coach, world.reviewer, from.participant])
      expect(await judge(id, {}, actor)).toMatchObject({ error: { problem: { code: 'forbidden' } } });
    const insert = (actor: Actor, personId: string) =>
      inTransaction(
        world.app,
        actor,
        async (tx) =>
          await tx.$executeRaw`INSERT INTO final_report_verdict (id, document_id, verdict, by_person_id, at)
          VALUES (${newId()}::uuid, ${id}::uuid, 'yes', ${personId}::uuid, now())`,
      );
    await expect(insert(world.reviewer, world.reviewer.personId)).rejects.toThrow(/row-level security/);
    await expect(insert(world.caseworker, world.reviewer.personId)).rejects.toThrow(/row-level security/);
    await judge(id);
    await expect(world.owner.finalReportVerdict.deleteMany({})).rejects.toThrow();
    const seen = await inTransaction(world.app, from.participant, (tx) => tx.finalReportVerdict.count());
    expect(seen).toBe(0);
  });
});
