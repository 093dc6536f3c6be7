import krom from '#lib/domain/compensation/agreements/krom.json' with { type: 'json' };
import type { AuthorityActor } from '#lib/domain/actor/actor.ts';
import { confirmGoldenCase } from '#lib/server/agreement/golden-case-commands.ts';
import { createAgreementDraft } from '#lib/server/agreement/create-agreement-draft.ts';
import { previewImpact } from '#lib/server/agreement/preview-impact.ts';
import { publishAgreementVersion } from '#lib/server/agreement/publish-agreement-version.ts';
import { requestImpact } from '#lib/server/agreement/request-impact.ts';
import { saveAgreementDocument } from '#lib/server/agreement/save-agreement-document.ts';
import { type ShownAgreementDraft, showAgreementDraft } from '#lib/server/agreement/show-agreement-draft.ts';
import { submitAgreementDraft } from '#lib/server/agreement/submit-agreement-draft.ts';
import type { Refusal } from '#lib/server/command/execute.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { buildStepUp } from '#lib/server/testing/builders/session.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import type { Result } from '#lib/shared/result.ts';

export const NOW = new Date('2026-06-15T09:00:00Z');
export const FOLLOWED = krom.id;

/** A world with two agreement administrators and the worker. */
export type DraftSetup = {
  readonly world: World;
  readonly worker: Database;
  readonly maryam: AuthorityActor;
  readonly henrik: AuthorityActor;
  readonly close: () => Promise<void>;
};

export async function openDraftSetup(): Promise<DraftSetup> {
  const world = await buildWorld();
  const worker = openDatabase(world.ownerUrl, 2);
  const maryam = await buildAuthorityActor(world.owner, 'agreementAdmin');
  const henrik = await buildAuthorityActor(world.owner, 'agreementAdmin');
  const close = async () => {
    await worker.$disconnect();
    await world.close();
  };
  return { world, worker, maryam, henrik, close };
}

/** What a command gave; throws where it was refused. */
export function given<T>(result: Result<T, Refusal>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** The ways through a draft's life, each as one of the two. */
export function draftSteps({ world, worker, maryam }: DraftSetup) {
  const at = (actor: AuthorityActor) => ({ actor, now: NOW });

  async function show(draftId: string, actor = maryam): Promise<ShownAgreementDraft> {
    const shown = await world.read(showAgreementDraft, { draftId }, at(actor));
    if (!shown.ok) throw new Error(shown.error.code);
    return shown.value;
  }

  async function create(actor = maryam): Promise<string> {
    const input = { replacesId: FOLLOWED, document: '' };
    return given(await world.run(createAgreementDraft, input, at(actor))).draftId;
  }

  async function save(
    draftId: string,
    change: (document: typeof krom) => object,
    actor = maryam,
  ): Promise<void> {
    const shown = await show(draftId, actor);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a copy of the example
    const document = change(structuredClone(shown.document) as typeof krom);
    const input = { draftId, version: shown.life.version, document: JSON.stringify(document) };
    given(await world.run(saveAgreementDocument, input, at(actor)));
  }

  /** Confirms every case that gives something else than before, one by one. */
  async function confirmAll(draftId: string, actor = maryam): Promise<number> {
    let confirmed = 0;
    for (;;) {
      const shown = await show(draftId, actor);
      const failing = shown.readiness.cases.find(({ checked }) => checked.state === 'differs');
      if (failing === undefined) return confirmed;
      const { index } = failing;
      const input = { draftId, version: shown.life.version, index, outputHash: shown.outputHashes[index] };
      given(await world.run(confirmGoldenCase, input, at(actor)));
      confirmed += 1;
    }
  }

  async function submit(draftId: string, actor = maryam) {
    const { life } = await show(draftId, actor);
    return await world.run(submitAgreementDraft, { draftId, version: life.version }, at(actor));
  }

  async function impact(draftId: string, actor = maryam): Promise<string> {
    const { previewId } = given(await world.run(requestImpact, { draftId }, at(actor)));
    await previewImpact({ database: worker, previewId, now: () => NOW, batchSize: 2 });
    return previewId;
  }

  async function publish(
    draftId: string,
    actor: AuthorityActor,
    options: { stepUp?: boolean; now?: Date } = {},
  ) {
    const { stepUp = true, now = NOW } = options;
    const { life, contentHash } = await show(draftId, actor);
    const purpose = 'publishVersion';
    if (stepUp) await buildStepUp(world.owner, { sessionId: actor.sessionId, purpose, contentHash, at: now });
    return await world.run(
      publishAgreementVersion,
      { draftId, version: life.version, contentHash },
      { actor, now },
    );
  }

  return { show, create, save, confirmAll, submit, impact, publish };
}
