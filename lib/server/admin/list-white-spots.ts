import type {
  WhiteMunicipality,
  WhiteSpotList,
  WhiteSpotParticipant,
} from '#lib/domain/admin/white-spot-list.ts';
import type { WhiteSpotQuery } from '#lib/schemas/white-spot.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';

const PAGE_SIZE = 50;

/** Standing white spots of decisions that still wait, or that got somebody out of reach. Protected identities are handled elsewhere. */
const STANDING = Prisma.sql`FROM white_spot w JOIN decision d ON d.id = w.decision_id
  JOIN participant a ON a.id = d.participant_id AND NOT a.protected
  JOIN LATERAL (SELECT s.implementation_reference, s.placement_id IS NOT NULL AS placed FROM service_period s
    LEFT JOIN placement l ON l.id = s.placement_id
    WHERE s.decision_id = d.id AND (s.placement_id IS NULL OR w.kind = 'far' AND l.choice = 'proximity')
    ORDER BY placed, s.number LIMIT 1) s ON true
  WHERE w.ended_on IS NULL`;

/** Where participants have nobody to choose, or nobody near: municipalities with how many wait, and who they are. */
export const listWhiteSpots = defineQuery<WhiteSpotQuery, WhiteSpotList>({
  name: 'whiteSpot.list',
  mandates: ['caseworker'],
  purpose: 'Handläggning av val där ingen leverantör finns',
  run: async (tx, { area, page }, { today }) => {
    const municipalities = await tx.$queryRaw<WhiteMunicipality[]>`
      SELECT w.municipality_id AS municipality, d.delivery_area_id AS "deliveryArea", count(*) FILTER (WHERE w.kind = 'nobody')::int AS nobody,
        count(*) FILTER (WHERE w.kind = 'far')::int AS far, count(*) FILTER (WHERE w.kind = 'overlap')::int AS overlap
      ${STANDING} GROUP BY 1, 2 ORDER BY count(*) DESC, 2, 1`;
    const inArea = area === '' ? Prisma.empty : Prisma.sql`AND d.delivery_area_id = ${area}`;
    const participants = await tx.$queryRaw<WhiteSpotParticipant[]>`
      SELECT x.*, n.given_name || ' ' || n.family_name AS name FROM (
        SELECT d.id::text AS "decisionId", a.id::text AS "participantId", a.person_id, d.level::text AS level,
          s.implementation_reference AS "implementationReference", w.municipality_id AS municipality, d.delivery_area_id AS "deliveryArea",
          w.kind, s.placed, w.found_on::text AS "foundOn", d.choose_by::text AS "chooseBy"
        ${STANDING} ${inArea} ORDER BY w.kind DESC, w.found_on, d.id LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}) x
      JOIN person n ON n.id = x.person_id ORDER BY x.kind DESC, x."foundOn", x."decisionId"`;
    const total = municipalities
      .filter(({ deliveryArea }) => area === '' || deliveryArea === area)
      .reduce((sum, { nobody, far, overlap }) => sum + nobody + far + overlap, 0);
    const { reachKilometres } = await termsInForce(tx, today);
    return { municipalities, participants, reachKilometres, total, page, pageSize: PAGE_SIZE };
  },
  reads: ({ participants }) => ({
    type: 'decision',
    id: null,
    participantIds: [...new Set(participants.map(({ participantId }) => participantId))],
  }),
});
