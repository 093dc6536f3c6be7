import {
  DATA_EXTRACT_ROLES,
  DATA_EXTRACT_STATES,
  type DataExtractView,
} from '#lib/domain/data-protection/data-extract.ts';
import { defineQuery } from '#lib/server/command/query.ts';

const MOST_SHOWN = 10;

/** The extracts that one has asked for: one's own, or those of a participant. */
export const listDataExtracts = defineQuery<
  { readonly participantId: string | null },
  { readonly extracts: readonly DataExtractView[] }
>({
  name: 'dataExtract.list',
  mandates: DATA_EXTRACT_ROLES,
  purpose: 'Registerutdrag',
  async run(tx, { participantId }, { actor }) {
    if (actor.kind !== 'person') return null;
    const personId =
      participantId === null
        ? actor.personId
        : (await tx.participant.findUnique({ where: { id: participantId } }))?.personId;
    if (personId === undefined) return null;
    const found = await tx.dataExtract.findMany({
      where: { askedByPersonId: actor.personId, personId },
      orderBy: { requestedAt: 'desc' },
      take: MOST_SHOWN,
    });
    return {
      extracts: found.flatMap(({ state: said, ...rest }) =>
        DATA_EXTRACT_STATES.filter((state) => state === said).map((state) => ({ ...rest, state })),
      ),
    };
  },
  reads: () => null,
});
