import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor, AuthorityActor } from '#lib/domain/actor/actor.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { type BuiltPlacement, buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

// What a report counts as follows from decisions alone, whatever statements are sent in the names of the application's own roles.
let world: World;
let worker: Database;
let reviewer: AuthorityActor;
let colleague: AuthorityActor;
let signatory: Actor;
let coach: Actor;
beforeAll(async () => {
  world = await buildWorld();
  worker = openDatabase(world.workerUrl, 2);
  reviewer = await buildAuthorityActor(world.owner, 'reviewer');
  colleague = await buildAuthorityActor(world.owner, 'reviewer');
  signatory = await world.staff('signatory');
  coach = await world.staff('coach');
});
afterAll(async () => {
  await worker.$disconnect();
  await world.close();
});

let placement: BuiltPlacement;
let report: string;
beforeEach(async () => {
  report = await newReport('submitted');
});

async function newReport(status: 'submitted' | 'approved'): Promise<string> {
  placement = await buildPlacement(world.owner, { office: world.office });
  const reportId = await buildStoredReport(world.owner, { placement, month: '2026-02', status });
  await world.owner.reportRow.create({
    data: { reportId, activity: 'individualMeeting', form: 'onSite', minutes: 120 },
  });
  return reportId;
}

async function write(actor: Actor, ...statements: readonly string[]): Promise<void> {
  await inTransaction(world.app, actor, async (tx) => {
    for (const statement of statements) await tx.$executeRawUnsafe(statement);
  });
}

const decide = (id: string, decision: string, rest = `NULL, NULL, NULL`, at = '2026-03-10') =>
  `INSERT INTO review_decision (id, report_id, decision, decided_at, decided_by_person_id, reason_code, reason, last_day)
   VALUES ('${id}', '${report}', '${decision}', '${at}T10:00:00Z', app.person_id(), ${rest})`;
const fewer = (id: string) =>
  `INSERT INTO review_decision_row (decision_id, activity, form, reported_minutes, approved_minutes, reason_code)
   VALUES ('${id}', 'individualMeeting', 'onSite', 120, 90, 'minutes')`;
const PROPOSED = `'minutes', 'Mötet var kortare.', '2026-03-24'`;
const move = (set: string) => `UPDATE report SET ${set}, version = version + 1 WHERE id = '${report}'`;
const reopen = (kind: string, of = 'NULL', at = '2026-03-11') =>
  `INSERT INTO report_reopening (id, report_id, kind, decision_id, reason, effect_ore, next_ore, reopened_by_person_id, reopened_at)
   VALUES ('${newId()}', '${report}', '${kind}', ${of}, 'Mötet var två timmar.', 0, 0, app.person_id(), '${at}T10:00:00Z')`;
const row = () =>
  `INSERT INTO report_row (report_id, activity, form, minutes) VALUES ('${report}', 'mapping', 'onSite', 600)`;

async function propose(): Promise<string> {
  const id = newId();
  await write(
    reviewer,
    decide(id, 'proposeReject', PROPOSED),
    move(`status = 'inReview', reply_by = '2026-03-24'`),
  );
  return id;
}

describe('a report that comes in', () => {
  const come = (column: string, value: string) =>
    `INSERT INTO report (id, placement_id, participant_id, provider_id, office_id, month, number, status,
      submitted_on, submitted_at, submitted_by_person_id, source, content_hash, decide_by, amount_ore, ${column})
    SELECT '${newId()}', placement_id, participant_id, provider_id, office_id, '2026-03-01', 1, 'submitted', submitted_on, now(),
      app.person_id(), 'file', content_hash, decide_by, 500000, ${value} FROM report WHERE id = '${report}'`;
  test('counts as nothing, and is answered by no day', async () => {
    await write(signatory, come('risk', '0'));
    report = await newReport('submitted');
    await expect(write(signatory, come('standing_status', `'approved'`))).rejects.toThrow('begins undecided');
    await expect(write(signatory, come('reply_by', `'2026-03-24'`))).rejects.toThrow('begins undecided');
  });
});

describe('what a report says', () => {
  test('gets no row with an answer, a request or a hand that takes it', async () => {
    const proposal = await propose();
    const reply = `INSERT INTO review_reply (decision_id, report_id, text, replied_by_person_id, replied_at)
      VALUES ('${proposal}', '${report}', 'Mötet blev av.', app.person_id(), '2026-03-12T10:00:00Z')`;
    await expect(write(coach, reply, move('route = route'), row())).rejects.toThrow('stored whole');
    await write(coach, reply, move('route = route'));
    report = await newReport('submitted');
    const take = move(`status = 'inReview', taken_by_person_id = app.person_id(), taken_at = now()`);
    await expect(write(reviewer, take, row())).rejects.toThrow('stored whole');
    const finding = `INSERT INTO check_finding (report_id, code, severity, facts) VALUES ('${report}', 'LATE', 'hold', '{}')`;
    await expect(write(reviewer, take, finding)).rejects.toThrow('stored whole');
    await write(reviewer, take);
  });
});

describe('a decision', () => {
  test('moves its report, and is of one that waits', async () => {
    await expect(write(reviewer, decide(newId(), 'approve'))).rejects.toMatchObject({
      cause: { originalMessage: expect.stringContaining('moves its report') },
    });
    report = await newReport('approved');
    const id = newId();
    await expect(write(reviewer, decide(id, 'approve'), fewer(id))).rejects.toThrow('waits for one');
    await expect(write(reviewer, move('route = route'), decide(id, 'approve'), fewer(id))).rejects.toThrow(
      'waits for one',
    );
  });

  test('is reconsidered once: what that led to stands', async () => {
    const first = newId();
    await write(reviewer, decide(first, 'approve'), fewer(first), move(`status = 'approved'`));
    await write(coach, reopen('reconsideration', `'${first}'`), move(`status = 'inReview'`));
    const second = newId();
    await write(
      colleague,
      decide(second, 'approve', 'NULL, NULL, NULL', '2026-03-12'),
      fewer(second),
      move(`status = 'approved'`),
    );
    await expect(
      write(coach, reopen('reconsideration', `'${second}'`, '2026-03-13'), move(`status = 'inReview'`)),
    ).rejects.toThrow('reconsidered once');
  });

  test('that became final in silence is not reconsidered by who proposed it', async () => {
    const proposal = await propose();
    const silent = newId();
    await inTransaction(worker, { kind: 'job', name: 'review.settle' }, async (tx) => {
      await tx.$executeRawUnsafe(`INSERT INTO review_decision (id, report_id, decision, by, decided_at, proposal_id, reason_code, reason)
        VALUES ('${silent}', '${report}', 'reject', 'silence', '2026-03-25T10:00:00Z', '${proposal}', 'minutes', 'Mötet var kortare.')`);
      await tx.$executeRawUnsafe(move(`status = 'rejected'`));
    });
    await write(coach, reopen('reconsideration', `'${silent}'`, '2026-03-26'), move(`status = 'inReview'`));
    const again = (id: string) => decide(id, 'approve', 'NULL, NULL, NULL', '2026-03-27');
    await expect(write(reviewer, again(newId()), move(`status = 'approved'`))).rejects.toThrow(
      'nobody reconsiders their own decision',
    );
    await write(colleague, again(newId()), move(`status = 'approved'`));
  });

  test('of a correction or an outcome is not of the own organisation, either', async () => {
    const double = await world.staff('signatory');
    const outcomeId = newId();
    await world.owner.$executeRawUnsafe(`INSERT INTO outcome (id, placement_id, number, type, "from", signalled_on, submitted_at, status)
      VALUES ('${outcomeId}', '${placement.id}', 1, 'employment', '2026-02-10', '2026-02-12', now(), 'submitted')`);
    const doubled = { ...reviewer, personId: double.kind === 'person' ? double.personId : '' };
    await expect(
      write(
        doubled,
        `INSERT INTO outcome_decision (id, outcome_id, decision, decided_by_person_id, decided_at, reason)
         VALUES ('${newId()}', '${outcomeId}', 'reject', app.person_id(), now(), 'Uppgifterna stämmer inte.')`,
      ),
    ).rejects.toThrow('their own organisation');
  });
});

describe('a proposal', () => {
  test('is not withdrawn where its report changes hands', async () => {
    const proposal = await propose();
    const reply = `INSERT INTO review_reply (decision_id, report_id, text, replied_by_person_id, replied_at)
      VALUES ('${proposal}', '${report}', 'Mötet blev av.', app.person_id(), '2026-03-12T10:00:00Z')`;
    await write(coach, reply);
    await write(reviewer, move(`taken_by_person_id = app.person_id(), taken_at = now()`));
    const hand = `INSERT INTO review_hand_over (id, kind, subject_id, from_person_id, to_person_id, word, at)
      VALUES ('${newId()}', 'periodicReport', '${report}', app.person_id(), '${colleague.personId}', '', now())`;
    await expect(
      write(reviewer, hand, move(`taken_by_person_id = '${colleague.personId}', reply_by = NULL`)),
    ).rejects.toThrow('handed over');
    await write(reviewer, hand, move(`taken_by_person_id = '${colleague.personId}'`));
  });
});

describe('the reason of a report’s way', () => {
  test.each(['sample', 'chosen'])('is kept where what was %s is taken back and sent anew', async (reason) => {
    await world.owner.$executeRawUnsafe(move(`route_reason = '${reason}'`));
    await write(signatory, move(`status = 'withdrawn'`));
    const again = newId();
    await write(
      signatory,
      `INSERT INTO report (id, placement_id, participant_id, provider_id, office_id, month, number, status, submitted_on, submitted_at,
        submitted_by_person_id, source, content_hash, decide_by, amount_ore, route, route_reason)
      SELECT '${again}', placement_id, participant_id, provider_id, office_id, month, 2, 'submitted', submitted_on, now(),
        app.person_id(), 'form', content_hash, decide_by, amount_ore, 'automatic', 'clear' FROM report WHERE id = '${report}'`,
    );
    expect(await world.owner.report.findUnique({ where: { id: again } })).toMatchObject({
      route: 'person',
      routeReason: reason,
    });
  });

  test('stands, so that a job cannot bring it back to the rules in two steps', async () => {
    await world.owner.$executeRawUnsafe(move(`route_reason = 'hold'`));
    const forget = inTransaction(worker, { kind: 'job', name: 'review.route' }, (tx) =>
      tx.$executeRawUnsafe(move('route_reason = NULL')),
    );
    await expect(forget).rejects.toThrow('is not forgotten');
  });

  test.each(['sample', 'hold', 'protected'])(
    'is not said anew of what goes to a person for %s',
    async (reason) => {
      await world.owner.$executeRawUnsafe(move(`route_reason = '${reason}'`));
      const asJob = (set: string) =>
        inTransaction(worker, { kind: 'job', name: 'review.route' }, (tx) => tx.$executeRawUnsafe(move(set)));
      for (const other of ['chosen', 'reopened', 'clear', 'risk']) {
        const set = `route_reason = '${other}'`;
        // oxlint-disable-next-line no-await-in-loop -- each by itself
        await expect(write(reviewer, move(set))).rejects.toThrow('nor said anew');
        // oxlint-disable-next-line no-await-in-loop
        await expect(asJob(set)).rejects.toThrow('nor said anew');
      }
    },
  );

  test('is chosen by a reviewer who takes what waits for the draw, and by nobody else nor otherwise', async () => {
    await world.owner.$executeRawUnsafe(move(`route = 'automatic', route_reason = 'clear'`));
    for (const set of [
      `route = 'person'`,
      `route_reason = 'chosen'`,
      `route = 'person', route_reason = 'hold'`,
      `route = 'person', route_reason = 'sample'`,
      `route = 'person', route_reason = 'reopened'`,
    ]) {
      // oxlint-disable-next-line no-await-in-loop -- each by itself
      await expect(write(reviewer, move(set))).rejects.toThrow('nor said anew');
    }
    const chosen = `route = 'person', route_reason = 'chosen'`;
    await expect(write(signatory, move(`status = 'withdrawn', ${chosen}`))).rejects.toThrow('nor said anew');
    await write(reviewer, move(chosen));
  });

  test('is that it was taken up where it was, in the same transaction', async () => {
    report = await newReport('approved');
    const again = `status = 'inReview', taken_by_person_id = app.person_id(), taken_at = now(), route = 'person', route_reason`;
    await world.owner.$executeRawUnsafe(move(`route_reason = 'sample'`));
    await expect(write(reviewer, reopen('wrong'), move(`${again} = 'chosen'`))).rejects.toThrow(
      'nor said anew',
    );
    await write(reviewer, reopen('wrong'), move(`${again} = 'reopened'`));
  });
});

test('the rules approve nothing in which a check found what a person has to see, whatever the report counts', async () => {
  const clear = report;
  const held = await newReport('submitted');
  await world.owner.checkFinding.create({
    data: { reportId: held, code: 'PARTICIPANT_DISPUTES', severity: 'hold', facts: {} },
  });
  const cycle = newId();
  const drawn = [
    `UPDATE report SET route = 'automatic', route_reason = 'clear' WHERE id IN ('${clear}', '${held}')`,
    `INSERT INTO sample_cycle (id, month, draw, opened_at, commitment, sealed_secret) VALUES ('${cycle}', '2026-02-01', 1, now(), sha256('x'), 'x')`,
    `INSERT INTO sample_frame SELECT r.id, '${cycle}', r.provider_id, 'x', 'B', r.content_hash, r.amount_ore, 1, 0, 2, false FROM report r
      WHERE r.id IN ('${clear}', '${held}')`,
    `UPDATE sample_cycle SET drawn_at = now(), frame_count = 2, drawn_count = 0, frame_hash = sha256('y'), part_hashes = '{}' WHERE id = '${cycle}'`,
  ];
  // oxlint-disable-next-line no-await-in-loop -- in this order
  for (const statement of drawn) await world.owner.$executeRawUnsafe(statement);
  const approve = (id: string) =>
    inTransaction(worker, { kind: 'job', name: 'review.route' }, (tx) =>
      tx.$executeRawUnsafe(`INSERT INTO review_decision (id, report_id, decision, by, decided_at)
        VALUES ('${newId()}', '${id}', 'approve', 'rules', now())`),
    );
  await expect(approve(held)).rejects.toThrow('was not drawn');
  expect(await approve(clear)).toBe(1);
});

test('nobody takes a colleague’s presence away, and who may have a case is told to reviewers alone', async () => {
  await write(
    colleague,
    `INSERT INTO review_presence VALUES ('periodicReport', '${report}', app.person_id(), now(), now())`,
  );
  await write(reviewer, `DELETE FROM review_presence WHERE subject_id = '${report}'`);
  expect(await world.owner.reviewPresence.count({ where: { subjectId: report } })).toBe(1);
  await write(colleague, `DELETE FROM review_presence WHERE subject_id = '${report}'`);
  expect(await world.owner.reviewPresence.count({ where: { subjectId: report } })).toBe(0);

  // oxlint-disable-next-line no-await-in-loop -- one after the other
  for (const actor of [reviewer, signatory, coach])
    await expect(write(actor, `SELECT app.is_reviewer('${colleague.personId}')`)).rejects.toThrow(
      'permission denied',
    );
  const handed = async (actor: Actor) =>
    await inTransaction(world.app, actor, async (tx) => {
      const rows = await tx.$queryRaw<{ may: boolean }[]>`
        SELECT app.may_be_handed(${colleague.personId}::uuid, 'periodicReport', ${report}::uuid) AS may`;
      return rows[0]?.may;
    });
  expect([await handed(reviewer), await handed(signatory), await handed(coach)]).toEqual([
    true,
    false,
    false,
  ]);
});

test('an outcome that waits is hidden from nobody: its work is kept as it is worked out, and by reviewers alone', async () => {
  const id = newId();
  await world.owner.$executeRawUnsafe(`INSERT INTO outcome (id, placement_id, number, type, "from", signalled_on, submitted_at, status)
    VALUES ('${id}', '${placement.id}', 1, 'employment', '2026-02-10', '2026-02-12', now(), 'submitted')`);
  await expect(
    write(reviewer, `UPDATE outcome_work SET why = NULL, look_on = '2999-01-01' WHERE outcome_id = '${id}'`),
  ).rejects.toThrow('permission denied');
  const keep = (why: string | null, on: string) => {
    const money = why === null ? {} : { dueOn: '2026-02-26', nowOre: 100, laterOre: 0 };
    return `SELECT app.keep_outcome_work('${JSON.stringify([{ outcomeId: id, changes: 99, why, ...money }])}', '${on}')`;
  };
  await expect(write(coach, keep('awaiting', '2026-02-12'))).rejects.toThrow('worked out for reviewers');
  await write(reviewer, keep('awaiting', '2026-02-12'), keep(null, '2999-01-01'), keep('due', '2999-01-01'));
  const kept = await world.owner.outcomeWork.findUniqueOrThrow({ where: { outcomeId: id } });
  expect(kept).toMatchObject({ why: 'awaiting', changes: 1, seenChanges: 1 });
  expect(kept.lookOn).toEqual(new Date('2026-02-13'));
});
