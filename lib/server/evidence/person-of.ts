import type { Actor } from '#lib/domain/actor/actor.ts';

/** The person who acts, where the mandates let only persons through. */
export function personOf(actor: Actor): string {
  if (actor.kind !== 'person') throw new Error('Not a person');
  return actor.personId;
}
