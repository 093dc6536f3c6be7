import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '#lib/domain/actor/actor.ts';
import { newId } from '#lib/server/ids.ts';
import {
  accepted,
  signedBy,
  buildAccount,
  buildEarner,
  openPaymentSetup,
  PAY_DAY,
  type PaymentSetup,
  preview,
  sign,
  TODAY,
} from '#lib/server/payment/testing/payment-setup.ts';
import { run } from '#lib/server/statement/testing/run-setup.ts';
import { buildOutcome } from '#lib/server/testing/builders/outcome.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';

let setup: PaymentSetup;
let payer: PersonActor;
let other: PersonActor;
beforeAll(async () => {
  setup = await openPaymentSetup();
  payer = await buildAuthorityActor(setup.owner, 'payer');
  other = await buildAuthorityActor(setup.owner, 'payer');
});
afterAll(async () => setup.close());

describe('four eyes', () => {
  const CASES: Readonly<Record<string, (id: string) => Promise<void>>> = {
    startedRun: async (id) => {
      const { runId } = await setup.owner.statement.findUniqueOrThrow({ where: { id } });
      await setup.owner.statementRun.update({
        where: { id: runId },
        data: { startedByPersonId: payer.personId },
      });
    },
    submitted: async (id) => {
      const report = await reportOf(id);
      // A later version of the same month, sent by the payer in another role.
      await setup.owner.report.create({
        data: {
          ...report,
          id: newId(),
          number: 2,
          status: 'withdrawn',
          submittedByPersonId: payer.personId,
        },
      });
    },
    reviewed: async (id) => {
      const decidedBy = { decidedByPersonId: payer.personId, decidedAt: TODAY };
      await setup.owner.reviewDecision.create({
        data: { id: newId(), reportId: (await reportOf(id)).id, decision: 'approve', ...decidedBy },
      });
    },
  };

  async function reportOf(id: string) {
    const { providerId } = await setup.owner.statement.findUniqueOrThrow({ where: { id } });
    return await setup.owner.report.findFirstOrThrow({ where: { providerId } });
  }

  /** The database with the application's rule taken away: what it says to this payer by itself. */
  async function byDatabaseAlone(id: string, account: string): Promise<unknown> {
    const authorisationId = newId();
    return await setup.owner.$transaction(async (tx) => {
      await tx.$executeRaw`INSERT INTO authorisation (id, pay_on, person_id, content, content_hash, statement_count, amount_ore, authenticated_at, authorised_at)
        VALUES (${authorisationId}::uuid, ${PAY_DAY}::date, ${payer.personId}::uuid, '{}', '', 1, 1, ${TODAY}, ${TODAY})`;
      await tx.$executeRaw`UPDATE statement SET status = 'authorised', authorisation_id = ${authorisationId}::uuid, bank_account_id = ${account}::uuid WHERE id = ${id}::uuid`;
    });
  }

  it.each(Object.entries(CASES))(
    'who has a part in a statement does not authorise it: %s',
    async (code, takePart) => {
      const { ids } = await accepted(setup, [`${code} AB`]);
      const [id = ''] = ids;
      await takePart(id);
      expect((await preview(setup, payer, ids)).left).toMatchObject([{ obstacle: code }]);
      const shown = await preview(setup, other, ids);
      expect(await sign(setup, payer, shown)).toMatchObject({
        ok: false,
        error: {
          problem: { status: 403, errors: [{ code, message: expect.stringContaining('attesterar') }] },
        },
      });
      await expect(byDatabaseAlone(id, shown.content.statements[0]?.bankAccountId ?? '')).rejects.toThrow(
        'who authorises has neither submitted, reviewed, started nor accepted',
      );
      expect(await signedBy(setup, other, ids)).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  it.each([
    ['judged evidence of', 'reviewed', true],
    ['gave evidence of', 'submitted', false],
  ] as const)('nor does who %s an outcome that it pays', async (_, code, judge) => {
    const { ids } = await accepted(setup, [`Underlag ${code} AB`]);
    const [id = ''] = ids;
    const { placementId, providerId } = await reportOf(id);
    const outcomeId = await buildOutcome(setup.owner, { placement: { id: placementId }, from: '2026-02-02' });
    const evidenceId = newId();
    await setup.owner.$transaction(async (tx) => {
      const given = { givenAt: TODAY, givenByPersonId: judge ? other.personId : payer.personId };
      const days = { from: new Date('2026-02-02'), to: new Date('2026-03-01') };
      await tx.evidence.create({
        data: {
          id: evidenceId,
          placementId,
          outcomeId,
          source: 'file',
          kind: 'paySlip',
          employerName: 'B',
          ...days,
          ...given,
        },
      });
      await tx.evidenceFile.create({
        data: {
          evidenceId,
          fileName: 'a.pdf',
          mediaType: 'application/pdf',
          size: 1,
          sha256: '0'.repeat(64),
        },
      });
      await tx.evidenceChunk.create({ data: { evidenceId, number: 1, content: new Uint8Array([1]) } });
      const by = { decidedByPersonId: payer.personId, decidedAt: TODAY };
      if (judge)
        await tx.evidenceDecision.create({
          data: { id: newId(), evidenceId, outcomeId, accepted: true, ...by },
        });
      await tx.statementLine.create({
        data: {
          statementId: id,
          providerId,
          placementId,
          component: 'resultPay',
          key: 'result:4',
          amountOre: 1n,
          because: [],
        },
      });
    });
    expect((await preview(setup, payer, ids)).left).toMatchObject([{ obstacle: code }]);
    const shown = await preview(setup, await buildAuthorityActor(setup.owner, 'payer'), ids);
    await expect(byDatabaseAlone(id, shown.content.statements[0]?.bankAccountId ?? '')).rejects.toThrow(
      'who authorises has neither submitted, reviewed, started nor accepted',
    );
  });

  it('nor does who accepted it', async () => {
    const office = await buildEarner(setup, 'Godkänd AB');
    const account = await buildAccount(setup, office);
    await run(setup, '2026-03-08');
    const statement = await setup.owner.statement.findFirstOrThrow({
      where: { providerId: office.provider.id },
    });
    await setup.owner.statement.update({
      where: { id: statement.id },
      data: {
        status: 'accepted',
        acceptedAt: new Date('2026-06-10T12:00:00Z'),
        acceptedBy: 'signatory',
        acceptedByPersonId: payer.personId,
      },
    });
    expect((await preview(setup, payer, [statement.id])).left).toMatchObject([{ obstacle: 'accepted' }]);
    await expect(byDatabaseAlone(statement.id, account)).rejects.toThrow('who authorises has neither');
  });
});
