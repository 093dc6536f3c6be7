import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import rom2 from '#lib/domain/compensation/agreements/rom2.json' with { type: 'json' };
import { Prisma } from '#lib/server/db/generated/client.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import {
  type CorrectionStage,
  openCorrectionStage,
  WHAT,
} from '#lib/server/placement-correction/testing/correction-stage.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildProvider } from '#lib/server/testing/builders/provider.ts';
import { buildProviderActor } from '#lib/server/testing/builders/staff.ts';

let stage: CorrectionStage;
beforeAll(async () => {
  stage = await openCorrectionStage();
});
beforeEach(async () => stage.begin());
afterAll(async () => stage.close());

describe('the database', () => {
  it('lets nobody change a level or an agreement version except by a correction that is decided with it', async () => {
    const change = (set: Prisma.Sql) =>
      inTransaction(
        stage.database,
        stage.henrik,
        (tx) => tx.$executeRaw`UPDATE placement SET ${set} WHERE id = ${stage.paid.id}::uuid`,
      );
    const alone = 'by a decided correction alone';
    await expect(change(Prisma.sql`level = 'C'`)).rejects.toThrow(alone);
    await expect(change(Prisma.sql`agreement_version_id = ${rom2.id}`)).rejects.toThrow(alone);
    expect(await change(Prisma.sql`version = version + 1`)).toBe(1);
    const correctionId = await stage.submitted();
    await stage.decide(correctionId);
    // B → C was decided; back and there again is not.
    await stage.setup.owner.placement.update({ where: { id: stage.paid.id }, data: { level: 'B' } });
    await expect(change(Prisma.sql`level = 'C'`)).rejects.toThrow(alone);
  });

  it('keeps what was submitted, and adds nothing to it', async () => {
    const correctionId = await stage.submitted();
    const run = (sql: Prisma.Sql) => stage.setup.owner.$executeRaw(sql);
    const at = Prisma.sql`WHERE correction_id = ${correctionId}::uuid AND placement_id = ${stage.paid.id}::uuid`;
    await expect(run(Prisma.sql`UPDATE placement_correction_item SET to_level = 'A' ${at}`)).rejects.toThrow(
      'stands',
    );
    await expect(
      run(Prisma.sql`UPDATE placement_correction_item SET applied_at = now() ${at}`),
    ).rejects.toThrow('stands');
    await expect(run(Prisma.sql`DELETE FROM placement_correction_item ${at}`)).rejects.toThrow('append-only');
    const third = await buildPlacement(stage.setup.owner, { office: stage.office, level: 'B' });
    const added = Prisma.sql`INSERT INTO placement_correction_item SELECT correction_id, ${third.id}::uuid, provider_id, implementation_reference,
      from_level, to_level, from_agreement_version_id, to_agreement_version_id, difference_ore, next_before_ore, next_ore, applied_at
      FROM placement_correction_item ${at}`;
    await expect(run(added)).rejects.toThrow('added to a draft alone');
    const other = Prisma.sql`UPDATE placement_correction SET what = 'Något helt annat.' WHERE id = ${correctionId}::uuid`;
    await expect(run(other)).rejects.toThrow('keeps its content');
  });

  it('shows a provider what has been corrected for its own placements, once it is decided', async () => {
    const correctionId = await stage.submitted();
    const seen = () =>
      inTransaction(stage.database, stage.signatory, (tx) =>
        tx.placementCorrection.findMany({ where: { id: correctionId } }),
      );
    expect(await seen()).toEqual([]);
    await stage.decide(correctionId);
    expect(await seen()).toMatchObject([{ what: WHAT }]);
    const other = await buildProviderActor(stage.setup.owner, 'signatory', {
      provider: await buildProvider(stage.setup.owner),
    });
    expect(
      await inTransaction(stage.database, other, (tx) =>
        tx.placementCorrectionItem.count({ where: { correctionId } }),
      ),
    ).toBe(0);
  });
});
