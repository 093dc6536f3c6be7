import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import type { ProviderRole } from '#lib/domain/actor/role.ts';
import type { Command } from '#lib/server/command/command.ts';
import { execute, type Refusal } from '#lib/server/command/execute.ts';
import { ask, type Query } from '#lib/server/command/query.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import { buildOffice, type BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { buildReferenceData } from '#lib/server/testing/builders/reference-data.ts';
import { buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import { createTestDatabase } from '#lib/server/testing/test-database.ts';
import type { Actor } from '#lib/domain/actor/actor.ts';
import type { Problem } from '#lib/shared/problem.ts';
import type { Result } from '#lib/shared/result.ts';

type At = { readonly actor: Actor; readonly now: Date; readonly key?: string };

/** A provider with two offices, another provider, and the ways to act on them as the app's least role. */
export type World = {
  readonly owner: Database;
  readonly app: Database;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly workerUrl: string;
  readonly office: BuiltOffice;
  /** Of the same provider. */
  readonly otherOffice: BuiltOffice;
  /** Of another provider. */
  readonly elsewhere: BuiltOffice;
  /** Somebody at the provider: of all offices, or of those given. */
  readonly staff: (
    role: ProviderRole,
    office?: BuiltOffice,
    offices?: readonly BuiltOffice[],
  ) => Promise<ProviderActor>;
  readonly run: <Input, State, Change, Output>(
    command: Command<Input, State, Change, Output>,
    input: unknown,
    at: At,
  ) => Promise<Result<Output, Refusal>>;
  readonly read: <Input, Output>(
    query: Query<Input, Output>,
    input: Input,
    at: At,
  ) => Promise<Result<Output, Problem>>;
  readonly close: () => Promise<void>;
};

/** A test file's own database with a provider in it. */
export async function buildWorld(): Promise<World> {
  const database = await createTestDatabase();
  const owner = openDatabase(database.ownerUrl, 3);
  const app = openDatabase(database.appUrl, 4);
  await buildReferenceData(owner);
  const office = await buildOffice(owner);
  const otherOffice = await buildOffice(owner, { provider: office.provider });
  const elsewhere = await buildOffice(owner);
  return {
    owner,
    app,
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    workerUrl: database.workerUrl,
    office,
    otherOffice,
    elsewhere,
    staff: (role, at = office, offices) =>
      buildProviderActor(owner, role, {
        provider: at.provider,
        ...(offices === undefined ? {} : { offices }),
      }),
    run: (command, input, { actor, now, key }) =>
      execute(command, input, { database: app, actor, now, idempotencyKey: key ?? newId() }),
    read: (query, input, { actor, now }) => ask(query, input, { database: app, actor, now }),
    close: async () => {
      await Promise.all([owner.$disconnect(), app.$disconnect()]);
      await database.drop();
    },
  };
}
