import type { ChoosingFor } from '#lib/domain/choice/choice-ground.ts';

/**
 * Where a choice or a switch is made: the same pages stand behind several doors. `base` is the door's path –
 * `/participant`, or another where somebody chooses for the participant.
 */
export type ChoosingPlace = { readonly base: string; readonly choosingFor: ChoosingFor };

/** The participant's own door. */
export function ownPlace(choosingFor: ChoosingFor): ChoosingPlace {
  return { base: '/participant', choosingFor };
}

/** The list of providers. */
export function listPath({ base, choosingFor }: ChoosingPlace): string {
  return `${base}/${choosingFor}`;
}

/** One office's own page. */
export function officePath(place: ChoosingPlace, officeId: string): string {
  return `${listPath(place)}/${officeId}`;
}

/** Where what is chosen is confirmed. */
export function confirmPath(place: ChoosingPlace, officeId: string): string {
  return `${officePath(place, officeId)}/confirm`;
}

/** Where the confirmed choice or switch is sent. */
export function commandPath(place: ChoosingPlace): string {
  return `/api${listPath(place)}`;
}

/** The receipt of a choice or a switch. */
export function receiptPath(place: ChoosingPlace, id: string): string {
  return `${listPath(place)}/done/${id}`;
}

/** Where a switch on its way is undone. */
export function undoPath(base: string, switchId: string): string {
  return `/api${base}/switch/${switchId}/undo`;
}
