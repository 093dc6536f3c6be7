import type { Complaint } from '#lib/domain/complaint/complaint.ts';
import type { ComplaintList } from '#lib/domain/complaint/complaint-list.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import { openToNamed } from '#lib/server/protected-identity/open-to-named.ts';

const PAGE_SIZE = 25;

/** A complaint about somebody's placement is shown where the placement is. */
const SHOWN = Prisma.sql`(c.placement_id IS NULL OR EXISTS (SELECT FROM placement p WHERE p.id = c.placement_id AND ${openToNamed('p')}))`;

type Asked = { readonly providerId: string; readonly show: 'all' | 'open'; readonly page: number };

/** The complaints about a provider, with what the form needs. */
export const listComplaints = defineQuery<Asked, ComplaintList>({
  name: 'complaint.list',
  mandates: ['reviewer', 'caseworker', 'auditor'],
  purpose: 'Klagomål på en leverantör',
  async run(tx, { providerId, show, page }) {
    const provider = await tx.provider.findUnique({
      where: { id: providerId },
      select: { name: true, offices: { select: { id: true, name: true }, orderBy: { name: 'asc' } } },
    });
    if (provider === null) return null;
    const [counts] = await tx.$queryRaw<{ total: number; open: number }[]>`
      SELECT count(*)::int AS total, count(*) FILTER (WHERE a.complaint_id IS NULL)::int AS open
      FROM complaint c LEFT JOIN complaint_answer a ON a.complaint_id = c.id WHERE c.provider_id = ${providerId}::uuid AND ${SHOWN}`;
    const complaints = await queryJson<Complaint>(
      tx,
      Prisma.sql`
      SELECT c.id, c.from_kind AS "from", c.category, c.received_on AS "receivedOn", c.words, o.name AS "officeName",
        l.participant_id AS "participantId", p.given_name || ' ' || p.family_name AS "participantName",
        w.given_name || ' ' || w.family_name AS "writtenByName", c.may_name AS "mayName",
        CASE WHEN a.complaint_id IS NOT NULL THEN json_build_object('words', a.answer,
          'answeredOn', (a.answered_at AT TIME ZONE 'Europe/Stockholm')::date, 'answeredByName', h.given_name || ' ' || h.family_name) END AS answered
      FROM complaint c
        LEFT JOIN complaint_answer a ON a.complaint_id = c.id
        LEFT JOIN office o ON o.id = c.office_id
        LEFT JOIN placement l ON l.id = c.placement_id
        LEFT JOIN participant d ON d.id = l.participant_id
        LEFT JOIN person p ON p.id = d.person_id
        JOIN person w ON w.id = c.written_by_person_id
        LEFT JOIN person h ON h.id = a.answered_by_person_id
      WHERE c.provider_id = ${providerId}::uuid AND ${SHOWN} AND (${show === 'all'} OR a.complaint_id IS NULL)
      ORDER BY c.received_on DESC, c.id DESC LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`,
    );
    const { total = 0, open = 0 } = counts ?? {};
    return {
      providerId,
      providerName: provider.name,
      offices: provider.offices,
      complaints,
      total: show === 'all' ? total : open,
      open,
      page,
      pageSize: PAGE_SIZE,
    };
  },
  reads: ({ providerId, complaints }) => ({
    type: 'complaint',
    id: null,
    participantIds: complaints.flatMap(({ participantId }) => participantId ?? []),
    detail: { providerId },
  }),
});
