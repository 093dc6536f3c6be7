import rom2 from '#lib/domain/compensation/agreements/rom2.json' with { type: 'json' };
import type { AuthorityActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import { execute } from '#lib/server/command/execute.ts';
import { ask } from '#lib/server/command/query.ts';
import { openDatabase } from '#lib/server/db/client.ts';
import { onDay, postedByRun } from '#lib/server/effect/testing/posted-by-run.ts';
import { newId } from '#lib/server/ids.ts';
import { declareCorrection } from '#lib/server/placement-correction/declare-correction.ts';
import { decideCorrection } from '#lib/server/placement-correction/decide-correction.ts';
import { showCorrection } from '#lib/server/placement-correction/show-correction.ts';
import { submitCorrection } from '#lib/server/placement-correction/submit-correction.ts';
import { closeRunSetup, openRunSetup } from '#lib/server/statement/testing/run-setup.ts';
import { buildOffice } from '#lib/server/testing/builders/office.ts';
import { buildOutcome } from '#lib/server/testing/builders/outcome.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildProvider } from '#lib/server/testing/builders/provider.ts';
import { buildStepUp } from '#lib/server/testing/builders/session.ts';
import { buildAuthorityActor, buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { addDays, type PlainDate, plainDate } from '#lib/shared/plain-date.ts';

export const WHAT = 'Nivån lästes in från fel kolumn i beslutssystemet.';

type Decision = {
  readonly actor?: AuthorityActor;
  readonly stepUp?: boolean;
  readonly day?: PlainDate;
  readonly key?: string;
};
export type CorrectionStage = Awaited<ReturnType<typeof openCorrectionStage>>;

/** Two who answer for agreements, a provider, and what each test begins with. */
export async function openCorrectionStage() {
  const setup = await openRunSetup();
  const { owner } = setup;
  const database = openDatabase(setup.test.appUrl, 8);
  const provider = await buildProvider(owner);
  const office = await buildOffice(owner, { provider });
  await owner.agreementVersion.create({
    data: { id: rom2.id, name: rom2.name, document: rom2, publishedAt: new Date('2026-01-01T00:00:00Z') },
  });
  const maria = await buildAuthorityActor(owner, 'agreementAdmin');
  const henrik = await buildAuthorityActor(owner, 'agreementAdmin');
  const signatory = await buildProviderActor(owner, 'signatory', { provider });
  let today = plainDate('2026-07-10');
  let paid: BuiltPlacement | null = null;
  let waiting: BuiltPlacement | null = null;

  function begun(placement: BuiltPlacement | null): BuiltPlacement {
    if (placement === null) throw new Error('Nothing has begun');
    return placement;
  }
  /** Two placements on level B by mistake: one with January paid and work that has lasted, one with January unreported. */
  async function begin(): Promise<void> {
    today = addDays(today, 10);
    paid = await buildPlacement(owner, { office, level: 'B', end: '2026-03-02', endReason: 'outcome' });
    await buildStoredReport(owner, { placement: paid, month: '2026-01' });
    await buildOutcome(owner, { placement: paid, from: '2026-03-02', verifiedThrough: '2026-07-02' });
    waiting = await buildPlacement(owner, { office, level: 'B' });
    await postedByRun(setup, today);
  }
  async function declare(change: object = {}, actor: AuthorityActor | ProviderActor = maria) {
    const rows = `${begun(paid).reference};C\n${begun(waiting).reference};A`;
    const input = { what: WHAT, occurredOn: '2026-01-02', rows, ...change };
    return await execute(declareCorrection, input, onDay(database, actor, today, newId()));
  }
  async function declared(): Promise<string> {
    const result = await declare();
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value.correctionId;
  }
  async function show(correctionId: string) {
    const now = new Date(`${today}T11:00:00Z`);
    const page = await ask(showCorrection, { correctionId, page: 1 }, { database, actor: henrik, now });
    if (!page.ok) throw new Error(page.error.code);
    return page.value;
  }
  async function submitted(): Promise<string> {
    const correctionId = await declared();
    const { correction } = await show(correctionId);
    const input = { correctionId, version: correction.version };
    const done = await execute(submitCorrection, input, onDay(database, maria, today));
    if (!done.ok) throw new Error(JSON.stringify(done.error));
    return correctionId;
  }
  async function decide(
    correctionId: string,
    { actor = henrik, stepUp = true, day = today, key = newId() }: Decision = {},
  ) {
    const { correction, contentHash } = await show(correctionId);
    const at = new Date(`${day}T11:00:00Z`);
    const { sessionId } = actor;
    if (stepUp) await buildStepUp(owner, { sessionId, purpose: 'decideCorrection', contentHash, at });
    const input = { correctionId, version: correction.version, decision: 'decide', contentHash };
    return await execute(decideCorrection, input, onDay(database, actor, day, key));
  }
  return {
    setup,
    database,
    office,
    maria,
    henrik,
    signatory,
    begin,
    declare,
    declared,
    show,
    submitted,
    decide,
    get today() {
      return today;
    },
    get paid() {
      return begun(paid);
    },
    get waiting() {
      return begun(waiting);
    },
    async close() {
      await database.$disconnect();
      await closeRunSetup(setup);
    },
  };
}
