import type { ParticipantListInput } from '#lib/schemas/participant-list.ts';

/** The address of the list with some of its filters changed; what stands at its default is left out. */
export function participantsHref(
  filter: ParticipantListInput,
  change: Partial<ParticipantListInput>,
): string {
  const { q, office, show, page } = { ...filter, page: 1, ...change };
  const search = new URLSearchParams();
  if (q !== '') search.set('q', q);
  if (office !== '') search.set('office', office);
  if (show !== 'current') search.set('show', show);
  if (page > 1) search.set('page', String(page));
  return search.size === 0 ? '/provider/participants' : `/provider/participants?${search.toString()}`;
}
