import type { Actor } from '#lib/domain/actor/actor.ts';

/** Whose choice or switch it is, and who makes it. */
export type Chooser = {
  readonly participantId: string;
  /** Somebody else acts for the participant. */
  readonly assisted: boolean;
  /** Null where no person of the portal's acts. */
  readonly byPersonId: string | null;
};

/** What a choice, a switch or a look at the list may say about whom it is for. */
export type ChooserInput = { readonly onBehalfOf?: string | undefined };

/**
 * The participant that an actor chooses for, or null: then nothing is found. The one place that decides it, for lists,
 * pages, receipts and the commands alike.
 */
export function chooserOf(actor: Actor, { onBehalfOf }: ChooserInput): Chooser | null {
  return actor.kind === 'person' &&
    actor.role === 'participant' &&
    (onBehalfOf ?? actor.participantId) === actor.participantId
    ? { participantId: actor.participantId, assisted: false, byPersonId: actor.personId }
    : null;
}
