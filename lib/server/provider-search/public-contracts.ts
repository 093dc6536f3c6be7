import type { Coordinates } from '#lib/domain/choice/distance.ts';
import type { PublicContract, PublicOffice } from '#lib/domain/provider-search/public-contract.ts';
import type { Database } from '#lib/server/db/client.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { type PlainDate, plainDate } from '#lib/shared/plain-date.ts';

export type Reader = Pick<Database, '$queryRaw'>;

/** What a list is asked for; null and empty mean everything. */
export type SearchFilter = {
  readonly q: string;
  readonly area: string | null;
  readonly language: string | null;
  readonly meeting: 'onSite' | 'distance' | null;
  readonly access: string | null;
  readonly field: string | null;
};

export type SearchOrder = {
  /** Where distances are counted from; null: there are none. */
  readonly near: Coordinates | null;
  readonly order: 'nearest' | 'name';
};

export const NO_FILTER: SearchFilter = {
  q: '',
  area: null,
  language: null,
  meeting: null,
  access: null,
  field: null,
};

/** Offices as participants see them: what an approved presentation says stands in place of what the contract and the office say. */
export const SHOWN_OFFICES = Prisma.sql`
  SELECT o.contract_id, o.main, o.id, o.street, o.place, o.lat, o.lon, o.phone, o.opening_hours, coalesce(o.forms::text[], '{}') AS forms,
    s.content ->> 'goodAt' AS own_words, s.content -> 'fields' AS fields,
    CASE WHEN s.content IS NULL THEN k.languages ELSE ARRAY(SELECT jsonb_array_elements_text(s.content -> 'languages')) END AS languages,
    CASE WHEN s.content IS NULL THEN coalesce(o.accessibility, '{}')
      ELSE ARRAY(SELECT jsonb_array_elements_text(s.content -> 'accessibility')) END AS accessibility
  FROM office o JOIN contract k ON k.id = o.contract_id
    LEFT JOIN LATERAL (SELECT content FROM presentation WHERE office_id = o.id AND status = 'approved' ORDER BY decided_at DESC LIMIT 1) s ON true`;

/** Great-circle distance in whole metres, as `metresBetween` counts it. */
function metresFrom(near: Coordinates | null): Prisma.Sql {
  if (near === null) return Prisma.sql`NULL::int`;
  const { lat, lon } = near;
  return Prisma.sql`round(12742000 * asin(sqrt(least(1, sin(radians(o.lat - ${lat}::float8) / 2) ^ 2
    + cos(radians(${lat}::float8)) * cos(radians(o.lat)) * sin(radians(o.lon - ${lon}::float8) / 2) ^ 2))))::int`;
}

/** The contracts that fit, in order: `id`, `metres` to the nearest office that fits. */
export function fittingContracts(
  filter: SearchFilter,
  { near, order }: SearchOrder,
  today: PlainDate,
): Prisma.Sql {
  const { q, area, language, meeting, access, field } = filter;
  const pattern = `%${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const nearest = near !== null && order === 'nearest' ? Prisma.sql`metres,` : Prisma.empty;
  return Prisma.sql`
    SELECT c.id, f.metres, row_number() OVER (ORDER BY ${nearest} v.name COLLATE "sv-x-icu", c.delivery_area_id, c.ka_number) AS nth
    FROM contract c JOIN provider v ON v.id = c.provider_id JOIN LATERAL (
      SELECT count(*) AS offices, min(${metresFrom(near)}) AS metres FROM (${SHOWN_OFFICES} WHERE o.contract_id = c.id) o
      WHERE (${language}::text IS NULL OR ${language} = ANY (o.languages)) AND (${access}::text IS NULL OR ${access} = ANY (o.accessibility))
        AND (${field}::text IS NULL OR o.fields ? ${field}::text)
        AND (${meeting}::text IS NULL OR EXISTS (SELECT FROM unnest(o.forms) form WHERE (form = 'onSite') = (${meeting} = 'onSite')))
    ) f ON f.offices > 0
    WHERE (c."to" IS NULL OR c."to" > ${today}::date) AND (${area}::text IS NULL OR c.delivery_area_id = ${area})
      AND (v.name ILIKE ${pattern} OR EXISTS (SELECT FROM office p WHERE p.contract_id = c.id AND p.place ILIKE ${pattern}))`;
}

type Row = Omit<PublicContract, 'from' | 'to' | 'offices'> & {
  readonly from: string;
  readonly to: string | null;
  readonly offices: readonly PublicOffice[];
};

/** The contracts that a query of `id`, `metres` and `nth` names, in its order, with all that anybody may know of them. */
export async function readContracts(db: Reader, named: Prisma.Sql): Promise<readonly PublicContract[]> {
  const rows = await db.$queryRaw<Row[]>`
    WITH named AS (${named})
    SELECT c.id AS "contractId", c.ka_number AS "kaNumber", v.name AS provider, c.delivery_area_id AS area, c."from"::text AS "from",
      c."to"::text AS "to", coalesce(o.own_words, c.speciality) AS "ownWords", coalesce(o.languages, to_jsonb(c.languages)) AS languages,
      coalesce(o.offices, '[]') AS offices, n.metres
    FROM named n JOIN contract c ON c.id = n.id JOIN provider v ON v.id = c.provider_id CROSS JOIN LATERAL (
      SELECT (array_agg(o.own_words ORDER BY o.main DESC, o.place, o.street, o.id))[1] AS own_words,
        (array_agg(to_jsonb(o.languages) ORDER BY o.main DESC, o.place, o.street, o.id))[1] AS languages,
        json_agg(json_build_object('street', o.street, 'place', o.place, 'lat', o.lat, 'lon', o.lon, 'phone', o.phone, 'openingHours',
          o.opening_hours, 'forms', o.forms, 'accessibility', o.accessibility) ORDER BY o.main DESC, o.place, o.street, o.id) AS offices
      FROM (${SHOWN_OFFICES} WHERE o.contract_id = c.id) o) o
    ORDER BY n.nth`;
  return rows.map(({ from, to, ...row }) => ({
    ...row,
    from: plainDate(from),
    to: to === null ? null : plainDate(to),
  }));
}
