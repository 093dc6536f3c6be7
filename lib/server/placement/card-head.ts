import type { Actor } from '#lib/domain/actor/actor.ts';
import type { CardPeriod, ParticipantCard } from '#lib/domain/placement/participant-card.ts';
import { coverOfPlacement } from '#lib/server/intake/cover-rows.ts';
import { placementsInReach } from '#lib/server/month/within-reach.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** The facts of a card that stand with the placement itself. */
export type CardHead = Pick<
  ParticipantCard,
  | 'placementId'
  | 'participantId'
  | 'version'
  | 'name'
  | 'level'
  | 'officeName'
  | 'officePhone'
  | 'choice'
  | 'language'
  | 'needsLanguageSupport'
  | 'protected'
  | 'email'
  | 'agreementName'
  | 'kaNumber'
  | 'from'
  | 'to'
  | 'endReason'
  | 'cameBySwitch'
  | 'periods'
  | 'coach'
  | 'cover'
>;

type Row = Omit<CardHead, 'coach' | 'cover' | 'periods'> & {
  readonly periods: readonly CardPeriod[] | null;
  readonly coachPersonId: string | null;
  readonly coachName: string | null;
  readonly coachEmail: string | null;
  readonly coverName: string | null;
  readonly coverTo: PlainDate | null;
};

/** Null where the placement is not there for the actor. */
export async function findCardHead(
  tx: Tx,
  placementId: string,
  actor: Actor,
  today: PlainDate,
): Promise<CardHead | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT p.id::text AS "placementId", q.id::text AS "participantId", p.version, n.given_name || ' ' || n.family_name AS name,
      p.level::text, o.name AS "officeName", o.phone AS "officePhone", p.choice::text, q.language,
      q.needs_language_support AS "needsLanguageSupport", p.protected, CASE WHEN NOT p.protected THEN n.email END AS email,
      v.name AS "agreementName", x.ka_number AS "kaNumber", p."from"::text, coalesce(p."end", p."to")::text AS "to", p.end_reason::text AS "endReason",
      p.coach_person_id::text AS "coachPersonId", c.given_name || ' ' || c.family_name AS "coachName", c.email AS "coachEmail",
      EXISTS (SELECT 1 FROM provider_switch w WHERE w.to_placement_id = p.id AND w.undone_at IS NULL AND w.effective_on <= ${today}::date) AS "cameBySwitch",
      k.name AS "coverName", k."to"::text AS "coverTo",
      (SELECT json_agg(json_build_object('number', s.number, 'implementationReference', s.implementation_reference,
        'from', s."from", 'to', s."to") ORDER BY s.number) FROM service_period s WHERE s.placement_id = p.id) AS periods
    FROM placement p
      JOIN participant q ON q.id = p.participant_id
      JOIN person n ON n.id = q.person_id
      JOIN office o ON o.id = p.office_id
      JOIN contract x ON x.id = p.contract_id
      JOIN agreement_version v ON v.id = p.agreement_version_id
      LEFT JOIN person c ON c.id = p.coach_person_id
      ${coverOfPlacement(today)}
    WHERE p.id = ${placementId}::uuid AND ${placementsInReach(actor)} AND p.cancelled_at IS NULL`;
  if (row === undefined) return null;
  const { coachPersonId, coachName, coachEmail, coverName, coverTo, periods, ...head } = row;
  return {
    ...head,
    periods: periods ?? [],
    coach:
      coachPersonId === null ? null : { personId: coachPersonId, name: coachName ?? '', email: coachEmail },
    cover: coverName === null || coverTo === null ? null : { name: coverName, to: coverTo },
  };
}
