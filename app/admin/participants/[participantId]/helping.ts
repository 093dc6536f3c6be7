import type { Helped } from '#lib/domain/assistance/helped.ts';
import { findHelpedParticipant } from '#lib/server/assistance/show-assistance.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';
import type { Door } from '../../../_choosing/door.ts';

export type HelpParams = Promise<{ participantId: string }>;

/** The caseworker's door to a participant's choice or switch, and whom it leads to. */
export async function helping(params: HelpParams): Promise<{ door: Door; helped: Helped }> {
  const actor = await requireActor('caseworker');
  const { participantId } = await params;
  const helped = await load(findHelpedParticipant, actor, { participantId });
  return {
    door: { actor, base: `/admin/participants/${participantId}`, onBehalfOf: participantId },
    helped,
  };
}
