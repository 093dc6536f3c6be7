import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { factsOf, findPlacementRow } from '#lib/server/statement/placement-facts.ts';
import { closeRunSetup, openRunSetup, run, type RunSetup } from '#lib/server/statement/testing/run-setup.ts';
import { buildOffice, type BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { buildOutcome } from '#lib/server/testing/builders/outcome.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

describe('outcomes on statements', () => {
  let setup: RunSetup;
  let office: BuiltOffice;
  beforeAll(async () => {
    setup = await openRunSetup();
    office = await buildOffice(setup.owner);
  });
  afterAll(async () => closeRunSetup(setup));

  /** Level B, one period from 2 January to 1 July 2026, ended by work on 2 March. */
  async function placed(): Promise<BuiltPlacement> {
    return await buildPlacement(setup.owner, { office, level: 'B', end: '2026-03-02', endReason: 'outcome' });
  }

  /** What a run says of the placement, without base pay: no report was ever sent for it. */
  async function said(runId: string, { id: placementId }: BuiltPlacement): Promise<Record<string, unknown>> {
    const where = { statement: { runId }, placementId };
    const lines = await setup.owner.statementLine.findMany({ where, orderBy: { key: 'asc' } });
    const input = await setup.owner.statementInput.findFirst({ where });
    const notPayable = (input?.notPayable ?? []) as { key: string; reason: string; amountOre: number }[];
    const pending = (input?.pending ?? []) as { key: string; dueOn: string; amountOre: number }[];
    return {
      lines: lines.map(({ key, quantity, amountOre }) => [key, quantity, Number(amountOre)]),
      pending: pending.map(({ key, dueOn, amountOre }) => [key, dueOn, amountOre]),
      notPayable: notPayable
        .filter(({ key }) => !key.startsWith('base:'))
        .map(({ key, reason, amountOre }) => [key, reason, amountOre]),
    };
  }

  // Unused working days from 2 March to 30 June 2026: 22 + 22 + 21 + 22 = 87 × 65 kr = 5 655 kr.
  const SPEED = 565_500;
  const RESULT = 2_200_000;
  const SUPPLEMENT = 350_000;

  it('wait for their day, are paid on it, and are set off when a later version is rejected', async () => {
    const placement = await placed();
    const first = await buildOutcome(setup.owner, { placement, from: '2026-03-02' });
    const waiting = await run(setup, '2026-03-20');
    expect(await said(waiting, placement)).toEqual({
      lines: [],
      pending: [
        ['result:4', '2026-07-02', RESULT],
        ['speed', '2026-07-02', SPEED],
        ['supplement', '2026-07-02', SUPPLEMENT],
      ],
      notPayable: [],
    });
    // Four months have passed; evidence reaches only the day before.
    await setup.owner.outcome.update({
      where: { id: first },
      data: { verifiedThrough: new Date('2026-07-01T00:00:00Z') },
    });
    const unverified = await run(setup, '2026-07-02');
    expect(await said(unverified, placement)).toMatchObject({
      lines: [],
      notPayable: [
        ['result:4', 'notVerified', RESULT],
        ['speed', 'notVerified', SPEED],
        ['supplement', 'notVerified', SUPPLEMENT],
      ],
    });
    await setup.owner.outcome.update({
      where: { id: first },
      data: { verifiedThrough: new Date('2026-07-02T00:00:00Z') },
    });
    const paid = await run(setup, '2026-07-03');
    expect(await said(paid, placement)).toEqual({
      lines: [
        ['result:4', 1, RESULT],
        ['speed', 87, SPEED],
        ['supplement', 1, SUPPLEMENT],
      ],
      pending: [],
      notPayable: [],
    });
    // Part-time: the bonus asks for full time. The new version waits for a decision.
    await setup.owner.outcome.update({ where: { id: first }, data: { status: 'superseded' } });
    const second = await buildOutcome(setup.owner, {
      placement,
      from: '2026-03-02',
      number: 2,
      supersedesId: first,
      status: 'submitted',
      spells: [{ from: '2026-03-02', extentPercent: 60 }],
      verifiedThrough: '2026-07-02',
    });
    const changed = await run(setup, '2026-07-04');
    expect(await said(changed, placement)).toEqual({
      lines: [
        ['result:4', null, -RESULT],
        ['speed', null, -SPEED],
        ['supplement', null, -SUPPLEMENT],
      ],
      pending: [],
      notPayable: [
        ['result:4', 'notApproved', RESULT],
        ['supplement', 'notApproved', SUPPLEMENT],
      ],
    });
    await setup.owner.outcome.update({ where: { id: second }, data: { status: 'approved' } });
    const approved = await run(setup, '2026-07-05');
    expect(await said(approved, placement)).toMatchObject({
      lines: [
        ['result:4', null, RESULT],
        ['supplement', null, SUPPLEMENT],
      ],
    });
    await setup.owner.outcome.update({ where: { id: second }, data: { status: 'rejected' } });
    const rejected = await run(setup, '2026-07-06');
    expect(await said(rejected, placement)).toMatchObject({
      lines: [
        ['result:4', null, -RESULT],
        ['supplement', null, -SUPPLEMENT],
      ],
      notPayable: [['outcome', 'rejected', 0]],
    });
  });

  it('that end too early or are too small are not payable, with their reason', async () => {
    const short = await placed();
    await buildOutcome(setup.owner, {
      placement: short,
      from: '2026-03-02',
      spells: [{ from: '2026-03-02', to: '2026-05-01' }],
    });
    const small = await placed();
    await buildOutcome(setup.owner, {
      placement: small,
      from: '2026-03-02',
      status: 'returned',
      spells: [
        { from: '2026-03-02', extentPercent: 30 },
        { from: '2026-04-01', to: '2026-04-30', extentPercent: 10 },
      ],
    });
    const runId = await run(setup, '2026-07-10');
    expect(await said(runId, short)).toMatchObject({
      lines: [],
      notPayable: [
        ['result:4', 'broken', RESULT],
        ['speed', 'broken', SPEED],
        ['supplement', 'broken', SUPPLEMENT],
      ],
    });
    expect(await said(runId, small)).toMatchObject({
      lines: [],
      notPayable: [['outcome', 'extentTooLow', 0]],
    });
  });

  it('that were withdrawn, or signalled after the cut-off, are not there', async () => {
    const withdrawn = await placed();
    await buildOutcome(setup.owner, { placement: withdrawn, from: '2026-03-02', status: 'withdrawn' });
    const late = await placed();
    await buildOutcome(setup.owner, { placement: late, from: '2026-03-02', signalledOn: '2026-07-12' });
    const runId = await run(setup, '2026-07-11');
    expect(await said(runId, withdrawn)).toEqual({ lines: [], pending: [], notPayable: [] });
    expect(await said(runId, late)).toEqual({ lines: [], pending: [], notPayable: [] });
    const after = await run(setup, '2026-07-12');
    // Signalled on 12 July, more than two months after the end on 2 March.
    expect(await said(after, late)).toMatchObject({ notPayable: [['outcome', 'signalledTooLate', 0]] });
  });

  it('are read for one placement as a run reads them', async () => {
    const placement = await placed();
    await buildOutcome(setup.owner, {
      placement,
      type: 'studies',
      from: '2026-03-02',
      signalledOn: '2026-03-05',
      appliedOn: '2026-02-10',
      verifiedThrough: '2026-05-01',
      spells: [
        { from: '2026-04-01', extentPercent: 50 },
        { from: '2026-03-02', to: '2026-04-01', employerOrgNo: '5590000001' },
      ],
    });
    const asOf = plainDate('2026-07-20');
    const runId = await run(setup, asOf);
    const stored = await setup.owner.statementInput.findFirstOrThrow({
      where: { statement: { runId }, placementId: placement.id },
    });
    const row = await inTransaction(setup.worker, { kind: 'job', name: 'statement.run' }, (tx) =>
      findPlacementRow(tx, placement.id, asOf),
    );
    const facts = row === null ? null : factsOf(row, asOf);
    expect(facts).toEqual({ ok: true, value: stored.facts });
    expect(facts?.ok === true && facts.value.outcome).toEqual({
      type: 'studies',
      status: 'approved',
      from: '2026-03-02',
      signalledOn: '2026-03-05',
      appliedOn: '2026-02-10',
      verifiedThrough: '2026-05-01',
      spells: [
        { from: '2026-03-02', to: '2026-04-01', extentPercent: 100, employerOrgNo: '5590000001' },
        { from: '2026-04-01', to: null, extentPercent: 50, employerOrgNo: null },
      ],
    });
  });
});
