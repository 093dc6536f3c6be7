import type { Actor, AuthorityActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import type { Command } from '#lib/server/command/command.ts';
import { execute, type Refusal } from '#lib/server/command/execute.ts';
import { ask, type Query } from '#lib/server/command/query.ts';
import { decideDocument } from '#lib/server/document/decide-document.ts';
import { documentForm } from '#lib/server/document/document-form.ts';
import type { DocumentKindDefinition } from '#lib/server/document/document-kind.ts';
import { documentPage } from '#lib/server/document/document-page.ts';
import { documentSteps } from '#lib/server/document/step-document.ts';
import { submitDocument } from '#lib/server/document/submit-document.ts';
import { newId } from '#lib/server/ids.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import type { Problem } from '#lib/shared/problem.ts';
import type { Result } from '#lib/shared/result.ts';

/** A provider with a coach, another coach elsewhere, and caseworkers of both mandates. */
export type DecisionWorld = World & {
  readonly coach: ProviderActor;
  /** Of another office of the same provider, and of another provider. */
  readonly elsewhereCoach: ProviderActor;
  readonly stranger: ProviderActor;
  readonly assessor: AuthorityActor;
  readonly decider: AuthorityActor;
  /** Level B, 2 January to 30 June 2026, with the coach. */
  readonly place: (given?: Partial<Parameters<typeof buildPlacement>[1]>) => Promise<BuiltPlacement>;
  readonly at: (actor: Actor, day: string, key?: string) => At;
  readonly versionOf: (placementId: string) => Promise<number>;
};

type At = { readonly actor: Actor; readonly now: Date; readonly key: string };

export async function buildDecisionWorld(): Promise<DecisionWorld> {
  const world = await buildWorld();
  const coach = await world.staff('coach', world.office, [world.office]);
  return {
    ...world,
    coach,
    elsewhereCoach: await world.staff('coach', world.otherOffice, [world.otherOffice]),
    stranger: await world.staff('coach', world.elsewhere),
    assessor: await buildAuthorityActor(world.owner, 'caseworker', { caseMandate: 'assess' }),
    decider: await buildAuthorityActor(world.owner, 'caseworker', { caseMandate: 'decide' }),
    place: (given = {}) =>
      buildPlacement(world.owner, {
        office: world.office,
        level: 'B',
        coachPersonId: coach.personId,
        ...given,
      }),
    at: (actor, day, key = newId()) => ({ actor, now: new Date(`${day}T11:00:00Z`), key }),
    versionOf: async (id) => (await world.owner.placement.findUniqueOrThrow({ where: { id } })).version,
  };
}

/** The ways of a kind of document, as the routes and pages go them. */
export function ways<Typed, Content, Facts, Answer, Decided>(
  world: DecisionWorld,
  kind: DocumentKindDefinition<Typed, Content, Facts, Answer, Decided>,
) {
  // biome-ignore format: one line reads better
  const run = <I, S, C, O>(command: Command<I, S, C, O>, input: unknown, { actor, now, key }: At): Promise<Result<O, Refusal>> =>
    execute(command, input, { database: world.app, actor, now, idempotencyKey: key });
  // biome-ignore format: one line reads better
  const read = <I, O>(query: Query<I, O>, input: I, { actor, now }: At): Promise<Result<O, Problem>> =>
    ask(query, input, { database: world.app, actor, now });
  const stored = async (id: string) => await world.owner.document.findUniqueOrThrow({ where: { id } });
  const seen = async (documentId: string) => ({ documentId, version: (await stored(documentId)).version });
  const steps = documentSteps(kind);
  return {
    stored,
    submit: async (
      placementId: string,
      typed: Typed,
      at: At,
      more: { readonly replacesId?: string; readonly why?: string; readonly draftId?: string } = {},
    ) => {
      const replacesId = more.replacesId ?? null;
      const form = await read(documentForm(kind), { placementId, replacesId, draftId: null, typed }, at);
      const confirmed = form.ok ? (form.value.preview?.contentHash ?? '') : '';
      const replacesVersion = replacesId === null ? null : (await stored(replacesId)).version;
      const input = { ...more, placementId, replacesId, replacesVersion, content: typed, confirmed };
      return await run(submitDocument(kind), input, at);
    },
    page: (documentId: string, at: At) => read(documentPage(kind), { documentId }, at),
    decide: async (
      documentId: string,
      given: { readonly verdict: string; readonly reason?: string; readonly answer?: unknown },
      at: At,
    ) => run(decideDocument(kind), { ...(await seen(documentId)), ...given }, at),
    decideSeen: (documentId: string, version: number, given: object, at: At) =>
      run(decideDocument(kind), { documentId, version, ...given }, at),
    take: async (documentId: string, at: At) => run(steps.take, await seen(documentId), at),
    handUp: async (documentId: string, assessment: string, at: At) =>
      run(steps.handUp, { ...(await seen(documentId)), assessment }, at),
    withdraw: async (documentId: string, at: At) => run(steps.withdraw, await seen(documentId), at),
  };
}

/** The code of a refusal, or null when it was carried out. */
export function codeOf(result: Result<unknown, Refusal | Problem>): string | null {
  if (result.ok) return null;
  return 'problem' in result.error ? result.error.problem.code : result.error.code;
}

/** What a command or query gave; throws where it was refused. */
export function valueOf<T>(result: Result<T, Refusal | Problem>): T {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.error));
}
