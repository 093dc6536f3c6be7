import type { Actor, PersonActor } from '#lib/domain/actor/actor.ts';
import type { ChoosingFor } from '#lib/domain/choice/choice-ground.ts';
import type { ChoosingPlace } from '#lib/domain/choice/choosing-place.ts';
import { onBehalf } from '#lib/server/assistance/on-behalf.ts';
import type { Query } from '#lib/server/command/query.ts';
import { load } from '#lib/server/http/page.ts';

/** The query of an address, as a page gets it. */
export type Search = Promise<Readonly<Record<string, string | string[] | undefined>>>;

/** Where somebody looks and chooses: who it is, and for whom. The participant's own pages stand behind each. */
export type Door = {
  readonly actor: Actor;
  readonly base: string;
  /** Left out where the actor says it already. */
  readonly onBehalfOf?: string | undefined;
};

/** The participant's own door. */
export function ownDoor(actor: PersonActor): Door {
  return { actor, base: '/participant' };
}

export function placeOf({ base }: Door, choosingFor: ChoosingFor): ChoosingPlace {
  return { base, choosingFor };
}

/** What the participant sees; where who helps them reads it, the log says so. */
export async function loadFrom<Input, Output>(
  { actor, onBehalfOf }: Door,
  query: Query<Input & { readonly onBehalfOf?: string | undefined }, Output>,
  input: Input,
): Promise<Output> {
  const isOwn = actor.kind === 'person' && actor.role === 'participant';
  return await load(isOwn ? query : onBehalf(query), actor, { ...input, onBehalfOf });
}
