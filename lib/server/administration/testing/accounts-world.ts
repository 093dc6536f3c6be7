import type { PersonActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import type { ProviderRole } from '#lib/domain/actor/role.ts';
import type { Command } from '#lib/server/command/command.ts';
import type { Refusal } from '#lib/server/command/execute.ts';
import { inTransaction, type Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { buildStepUp } from '#lib/server/testing/builders/session.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import type { Result } from '#lib/shared/result.ts';

export const NOW = new Date('2026-05-12T09:00:00Z');

export type AccountsWorld = World & {
  readonly admin: ProviderActor;
  /** Gives a command now, with the e-ID where it asks for it. */
  readonly give: <Input, State, Change, Output>(
    command: Command<Input, State, Change, Output>,
    input: unknown,
    actor: PersonActor,
  ) => Promise<Result<Output, Refusal>>;
  /** SQL past every rule of the application, as somebody. */
  readonly raw: <T>(actor: PersonActor, work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** The role as a form sends it. */
  readonly seen: (actor: PersonActor) => Promise<{ membershipId: string; version: number }>;
  readonly rolesOf: (personId: string) => Promise<readonly ProviderRole[]>;
};

export async function buildAccountsWorld(): Promise<AccountsWorld> {
  const world = await buildWorld();
  const admin = await world.staff('providerAdmin');
  return {
    ...world,
    admin,
    async give(command, input, actor) {
      const key = newId();
      const first = await world.run(command, input, { actor, now: NOW, key });
      if (first.ok || first.error.stepUp === undefined) return first;
      await buildStepUp(world.owner, { sessionId: actor.sessionId, ...first.error.stepUp, at: NOW });
      return await world.run(command, input, { actor, now: NOW, key });
    },
    raw: (actor, work) => inTransaction(world.app, actor, work),
    async seen({ membershipId }) {
      const { version } = await world.owner.membership.findUniqueOrThrow({ where: { id: membershipId } });
      return { membershipId, version };
    },
    async rolesOf(personId) {
      const rows = await world.owner.$queryRaw<{ role: ProviderRole }[]>`
        SELECT role FROM membership WHERE person_id = ${personId}::uuid AND provider_id = ${admin.providerId}::uuid
          AND valid_from <= '2026-05-12' AND (valid_to IS NULL OR valid_to > '2026-05-12') ORDER BY role`;
      return rows.map(({ role }) => role);
    },
  };
}
