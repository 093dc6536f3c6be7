import type { Actor } from '#lib/domain/actor/actor.ts';

/** The participant that somebody is themselves, or null: then nothing of theirs is found. */
export function ownParticipantId(actor: Actor): string | null {
  return actor.kind === 'person' && actor.role === 'participant' ? actor.participantId : null;
}

/** Why a participant's own data is read, as the participant sees it in the log. */
export const OWN_PURPOSE = 'Du läste själv';
