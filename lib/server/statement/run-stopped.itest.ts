import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import krom from '#lib/domain/compensation/agreements/krom.json' with { type: 'json' };
import type { RunFailure } from '#lib/domain/statement/run-failure.ts';
import { runStatements } from '#lib/server/statement/run-statements.ts';
import {
  closeRunSetup,
  newRun,
  NOW,
  openRunSetup,
  type RunSetup,
} from '#lib/server/statement/testing/run-setup.ts';
import { buildOffice, type BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';

const [rate] = krom.basePay.rates;

describe('a run that cannot calculate a placement', () => {
  let setup: RunSetup;
  let office: BuiltOffice;
  let placement: BuiltPlacement;
  beforeAll(async () => {
    setup = await openRunSetup();
    office = await buildOffice(setup.owner);
    placement = await buildPlacement(setup.owner, { office, from: '2026-01-02' });
    await buildStoredReport(setup.owner, { placement, month: '2026-01' });
    for (const [id, basePay] of [
      ['later', { ...krom.basePay, rates: [{ ...rate, from: '2026-01-03' }] }],
      [
        'immense',
        { ...krom.basePay, rates: [{ ...rate, orePerDay: { A: 1, B: Number.MAX_SAFE_INTEGER, C: 1 } }] },
      ],
    ] as const) {
      const publishedAt = new Date('2020-01-01T00:00:00Z');
      await setup.owner.agreementVersion.create({
        data: { id, name: id, document: { ...krom, id, basePay }, publishedAt },
      });
    }
  });
  afterAll(async () => closeRunSetup(setup));

  it.each([
    ['later', '2026-02-10', '/agreement/basePay/rates/0/from notInForce'],
    ['immense', '2026-02-11', 'OreOutOfRangeError'],
  ])(
    'under agreement version %s stops, says which placement, and goes on once that is mended',
    async (id, cutOff, fault) => {
      const { owner, worker } = setup;
      const change = async (agreementVersionId: string) =>
        owner.placement.update({ where: { id: placement.id }, data: { agreementVersionId } });
      await change(id);
      const runId = await newRun(owner, cutOff);
      const failure: RunFailure = {
        code: 'invalidFacts',
        providerId: office.provider.id,
        placementId: placement.id,
        faults: [fault],
      };
      expect(await runStatements({ database: worker, runId, now: () => NOW })).toEqual({
        kind: 'stopped',
        failure,
      });
      expect(await owner.statement.count({ where: { runId } })).toBe(0);
      await change(krom.id);
      expect(await runStatements({ database: worker, runId, now: () => NOW })).toMatchObject({
        kind: 'proposed',
      });
    },
  );
});
