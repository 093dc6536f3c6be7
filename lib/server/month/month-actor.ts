import type { Actor } from '#lib/domain/actor/actor.ts';
import type { ProblemLocale } from '#lib/shared/problem.ts';

/** Whose months somebody at a provider works with, and in what language they read. */
export type MonthActor = {
  readonly personId: string;
  readonly providerId: string;
  readonly locale: ProblemLocale;
};

/** The actor as somebody at a provider. The mandates let nobody else come this far; throws for anybody else. */
export function monthActor(actor: Actor): MonthActor {
  if (actor.kind !== 'person' || actor.providerId === null) throw new Error('Not somebody at a provider');
  return {
    personId: actor.personId,
    providerId: actor.providerId,
    locale: actor.locale.startsWith('en') ? 'en' : 'sv',
  };
}
