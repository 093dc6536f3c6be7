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
  if (actor.kind === 'paperCode') return allowed(actor.participantId, onBehalfOf, null, true);
  if (actor.kind !== 'person') return null;
  switch (actor.role) {
    case 'participant':
      return allowed(actor.participantId, onBehalfOf, actor.personId, false);
    // Which participants there are for a caseworker is row-level security's to say.
    case 'caseworker':
      return onBehalfOf === undefined ? null : allowed(onBehalfOf, onBehalfOf, actor.personId, true);
    default:
      return null;
  }
}

function allowed(
  participantId: string,
  asked: string | undefined,
  byPersonId: string | null,
  assisted: boolean,
): Chooser | null {
  return (asked ?? participantId) === participantId ? { participantId, assisted, byPersonId } : null;
}
