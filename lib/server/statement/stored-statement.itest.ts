import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluate } from '#lib/domain/compensation/evaluate.ts';
import { validateAgreement, validateFacts } from '#lib/domain/compensation/validate.ts';
import { StatementDigest } from '#lib/server/statement/statement-digest.ts';
import { closeRunSetup, openRunSetup, run, type RunSetup } from '#lib/server/statement/testing/run-setup.ts';
import { buildOffice } from '#lib/server/testing/builders/office.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { ore } from '#lib/shared/money.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const CUT_OFF = '2026-03-24';
let setup: RunSetup;
let statementId: string;

/** Four placements: one with two months paid, one with a report returned, two with a month missing. */
beforeAll(async () => {
  setup = await openRunSetup();
  const { owner } = setup;
  const office = await buildOffice(owner);
  const placement = async () => await buildPlacement(owner, { office, from: '2026-01-02' });
  const [anna, berit] = [await placement(), await placement()];
  for (const one of [anna, berit, await placement(), await placement()])
    await buildStoredReport(owner, { placement: one, month: '2026-01' });
  await buildStoredReport(owner, { placement: anna, month: '2026-02' });
  await buildStoredReport(owner, { placement: berit, month: '2026-02', status: 'returned' });
  const runId = await run(setup, CUT_OFF);
  statementId = (await owner.statement.findFirstOrThrow({ where: { runId } })).id;
});
afterAll(async () => closeRunSetup(setup));

async function change(sql: string): Promise<number> {
  return await setup.owner.$executeRawUnsafe(sql, statementId);
}

describe('what is stored with a statement', () => {
  it('gives its lines, what is not payable and its checksum again', async () => {
    const statement = await setup.owner.statement.findUniqueOrThrow({
      where: { id: statementId },
      include: { lines: { orderBy: { key: 'asc' } }, inputs: { orderBy: { placementId: 'asc' } } },
    });
    const digest = new StatementDigest({
      providerId: statement.providerId,
      cutOff: plainDate(CUT_OFF),
      balanceInOre: ore(Number(statement.balanceInOre)),
    });
    for (const input of statement.inputs) {
      const version = await setup.owner.agreementVersion.findUniqueOrThrow({
        where: { id: input.agreementVersionId },
      });
      const agreement = validateAgreement(version.document);
      const facts = validateFacts(input.facts);
      if (!agreement.ok || !facts.ok) throw new Error('The stored input is not valid');
      const evaluation = evaluate(agreement.value, facts.value);
      const lines = statement.lines
        .filter(({ placementId }) => placementId === input.placementId)
        .map(({ key, amountOre, because }) => ({ key, amountOre: ore(Number(amountOre)), because }));
      expect(lines.map(({ key, amountOre }) => ({ key, amountOre }))).toEqual(evaluation.deltas);
      expect(lines.map(({ because }) => because)).toEqual(
        evaluation.lines.map(({ because }) => JSON.parse(JSON.stringify(because))),
      );
      expect(input.notPayable).toEqual(evaluation.notPayable);
      digest.addEntry({ placementId: input.placementId, inputHash: input.inputHash, lines });
    }
    const { netOre, vatOre, roundingOre, payableOre, balanceOutOre } = statement;
    const contentHash = digest.close({
      netOre: ore(Number(netOre)),
      vatOre: ore(Number(vatOre)),
      roundingOre: ore(Number(roundingOre)),
      paidOre: ore(Number(payableOre)),
      carriedOutOre: ore(Number(balanceOutOre)),
    });
    expect(contentHash).toBe(statement.contentHash);
  });

  it('cannot be changed once it is proposed, not even by its owner', async () => {
    const update = 'UPDATE statement SET';
    await expect(
      change(`${update} vat_ore = vat_ore + 1, net_ore = net_ore - 1 WHERE id = $1::uuid`),
    ).rejects.toThrow('never changes');
    await expect(change(`${update} status = 'open' WHERE id = $1::uuid`)).rejects.toThrow(
      'cannot go from proposed to open',
    );
    await expect(change('DELETE FROM statement WHERE id = $1::uuid')).rejects.toThrow('never deleted');
    await expect(
      change('UPDATE statement_line SET amount_ore = 1 WHERE statement_id = $1::uuid'),
    ).rejects.toThrow('append-only');
  });
});
