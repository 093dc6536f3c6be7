import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Statement } from '#lib/server/db/generated/client.ts';
import { newId } from '#lib/server/ids.ts';
import { StatementDigest } from '#lib/server/statement/statement-digest.ts';
import {
  closeRunSetup,
  NOW,
  openRunSetup,
  run,
  type RunSetup,
} from '#lib/server/statement/testing/run-setup.ts';
import { buildOffice, type BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { buildPerson } from '#lib/server/testing/builders/person.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { ore, ZERO_ORE } from '#lib/shared/money.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

// 21 working days in January 2026 × 65 kr = 1 365 kr, with 25 % VAT 1 706.25 kr; that sum is claimed.
const BALANCE = -170_625n;

describe('a claim', () => {
  let setup: RunSetup;
  let decider: string;
  let proposer: string;
  beforeAll(async () => {
    setup = await openRunSetup();
    [decider, proposer] = [(await buildPerson(setup.owner)).id, (await buildPerson(setup.owner)).id];
  });
  afterAll(async () => closeRunSetup(setup));

  /** A provider that was paid for January and then lost the approval: it owes what it was paid. */
  async function indebted(
    first: string,
    second: string,
  ): Promise<BuiltOffice & { readonly reportId: string }> {
    const office = await buildOffice(setup.owner);
    const placement = await buildPlacement(setup.owner, {
      office,
      level: 'B',
      from: '2026-01-02',
      end: '2026-02-01',
    });
    const reportId = await buildStoredReport(setup.owner, { placement, month: '2026-01' });
    await run(setup, first);
    await setup.owner.report.update({ where: { id: reportId }, data: { status: 'inReview' } });
    await setup.owner.report.update({ where: { id: reportId }, data: { status: 'rejected' } });
    await run(setup, second);
    return { ...office, reportId };
  }

  async function statementOf({ provider }: BuiltOffice, cutOff: string): Promise<Statement> {
    const where = { providerId: provider.id, cutOff: new Date(`${cutOff}T00:00:00Z`) };
    return await setup.owner.statement.findFirstOrThrow({ where });
  }

  async function claim(statement: Statement): Promise<string> {
    const id = newId();
    await setup.owner.claim.create({
      data: {
        id,
        providerId: statement.providerId,
        statementId: statement.id,
        amountOre: -statement.balanceOutOre,
        status: 'proposed',
        reason: 'Leverantören har inga placeringar kvar.',
        proposedByPersonId: proposer,
        proposedAt: NOW,
      },
    });
    return id;
  }

  async function decide(id: string, status: 'decided' | 'declined'): Promise<void> {
    await setup.owner.claim.update({
      where: { id },
      data: {
        status,
        decidedByPersonId: decider,
        decidedAt: NOW,
        decisionReason: 'Så är det.',
        dueOn: status === 'decided' ? new Date('2026-07-01T00:00:00Z') : null,
      },
    });
  }

  it('takes the balance over: nothing is carried in after it', async () => {
    const office = await indebted('2026-02-10', '2026-03-10');
    const owing = await statementOf(office, '2026-03-10');
    // The lines are taken back whole; the rounding that was paid then is no part of them.
    expect(owing).toMatchObject({ netOre: -136_500n, payableOre: 0n, balanceOutOre: BALANCE });
    await decide(await claim(owing), 'decided');
    await run(setup, '2026-04-10');
    const after = await statementOf(office, '2026-04-10');
    expect(after).toMatchObject({ balanceInOre: 0n, balanceOutOre: 0n, netOre: 0n });
    // What is paid later is paid out whole: the claim is another matter.
    await setup.owner.report.update({ where: { id: office.reportId }, data: { status: 'inReview' } });
    await setup.owner.report.update({ where: { id: office.reportId }, data: { status: 'approved' } });
    await run(setup, '2026-05-10');
    expect(await statementOf(office, '2026-05-10')).toMatchObject({ balanceInOre: 0n, payableOre: 170_600n });
  });

  it('that is settled has still taken it over', async () => {
    const office = await indebted('2026-05-11', '2026-05-12');
    const id = await claim(await statementOf(office, '2026-05-12'));
    await decide(id, 'decided');
    await setup.owner.claim.update({
      where: { id },
      data: { status: 'settled', settledOn: new Date('2026-05-13T00:00:00Z'), settledByPersonId: proposer },
    });
    await run(setup, '2026-05-14');
    expect(await statementOf(office, '2026-05-14')).toMatchObject({ balanceInOre: 0n, balanceOutOre: 0n });
  });

  it('that is only proposed, or was declined, takes nothing over', async () => {
    const office = await indebted('2026-05-15', '2026-05-16');
    const id = await claim(await statementOf(office, '2026-05-16'));
    await run(setup, '2026-05-17');
    expect(await statementOf(office, '2026-05-17')).toMatchObject({
      balanceInOre: BALANCE,
      balanceOutOre: BALANCE,
    });
    await decide(id, 'declined');
    await run(setup, '2026-05-18');
    expect(await statementOf(office, '2026-05-18')).toMatchObject({ balanceInOre: BALANCE });
  });

  it('is in the checksum of the next statement as the balance that it leaves', async () => {
    const office = await indebted('2026-05-19', '2026-05-20');
    await decide(await claim(await statementOf(office, '2026-05-20')), 'decided');
    await run(setup, '2026-05-21');
    const statement = await statementOf(office, '2026-05-21');
    const inputs = await setup.owner.statementInput.findMany({
      where: { statementId: statement.id },
      orderBy: { placementId: 'asc' },
    });
    const digest = new StatementDigest({
      providerId: office.provider.id,
      cutOff: plainDate('2026-05-21'),
      balanceInOre: ZERO_ORE,
    });
    for (const { placementId, inputHash } of inputs) digest.addEntry({ placementId, inputHash, lines: [] });
    const sums = { netOre: ZERO_ORE, vatOre: ZERO_ORE, roundingOre: ZERO_ORE, paidOre: ZERO_ORE };
    expect(statement.contentHash).toBe(digest.close({ ...sums, carriedOutOre: ore(0) }));
  });
});
