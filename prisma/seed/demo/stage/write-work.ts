import type { Client } from 'pg';
import { newId } from '#lib/server/ids.ts';
import type { WrittenFirms } from '#prisma/seed/demo/stage/write-firms.ts';
import type { StoryCalendar } from '#prisma/seed/demo/story/calendar.ts';
import { writePlanComments } from '#prisma/seed/demo/stage/write-plan-comments.ts';
import { writePlans } from '#prisma/seed/demo/stage/write-plans.ts';
import type { Work } from '#prisma/seed/demo/stage/work.ts';
import { castMember } from '#prisma/seed/demo/cast.ts';
import { monthLog, serviceOf } from '#prisma/seed/demo/story/month-log.ts';
import type { ParticipantStory, Stay } from '#prisma/seed/demo/story/participant-story.ts';
import type { WrittenPerson } from '#prisma/seed/people/write-people.ts';
import { addMonthsTo, type Month, monthOf } from '#lib/shared/month.ts';

/** The placement of a stay, by its first reference. */
export type PlacementIds = ReadonlyMap<
  string,
  { readonly placementId: string; readonly participantId: string }
>;

export async function placementIds(client: Client): Promise<PlacementIds> {
  const { rows } = await client.query<{ reference: string; placementId: string; participantId: string }>(
    `SELECT s.implementation_reference AS reference, l.id AS "placementId", l.participant_id AS "participantId"
     FROM service_period s JOIN placement l ON l.id = s.placement_id`,
  );
  return new Map(rows.map(({ reference, ...ids }) => [reference, ids]));
}

type Given = {
  readonly calendar: StoryCalendar;
  readonly ids: PlacementIds;
  readonly firms: WrittenFirms;
  readonly staff: ReadonlyMap<string, WrittenPerson>;
};

/** What coaches did: who coaches whom and where, joint plans, and the log up to and with yesterday. */
export async function writeWork(
  client: Client,
  story: readonly ParticipantStory[],
  given: Given,
): Promise<void> {
  const work = story.flatMap((one) =>
    one.stays.map((stay): Work => {
      const placementId = given.ids.get(stay.periods[0]?.reference ?? '')?.placementId;
      if (placementId === undefined) throw new Error(`The placement of ${one.name} was not written`);
      const coachId = stay.coach === null ? null : (given.staff.get(stay.coach)?.personId ?? null);
      return { stay, story: one, placementId, coachId };
    }),
  );
  await assignCoaches(client, work, given.firms);
  await writePlans(client, work);
  await writePlanComments(client, work, given.calendar.today);
  await writeLog(client, work, given.calendar);
}

async function assignCoaches(client: Client, work: readonly Work[], firms: WrittenFirms): Promise<void> {
  const rows = work.map(({ placementId, coachId, stay }) => ({
    id: placementId,
    coach: coachId,
    office: firms.office(stay.office).officeId,
  }));
  await client.query(
    `UPDATE placement l SET coach_person_id = x.coach, office_id = x.office
     FROM json_to_recordset($1) AS x (id uuid, coach uuid, office uuid) WHERE l.id = x.id`,
    [JSON.stringify(rows)],
  );
  // Intake named them the day before the first day.
  await client.query(
    `INSERT INTO coach_change (id, batch_id, placement_id, kind, to_person_id, at)
     SELECT gen_random_uuid(), gen_random_uuid(), l.id, 'assigned', l.coach_person_id, (l."from" - 1) + time '09:00'
     FROM placement l WHERE l.coach_person_id IS NOT NULL AND l.id = ANY ($1)`,
    [rows.map(({ id }) => id)],
  );
}

async function writeLog(client: Client, work: readonly Work[], calendar: StoryCalendar): Promise<void> {
  const entries = work.flatMap((one) =>
    monthsOf(one.stay, calendar).flatMap((month) => {
      const { language, needsLanguageSupport } = castMember(one.story.name);
      const kind = one.stay.months.get(month)?.log ?? 'full';
      const spoken = needsLanguageSupport ? language : null;
      return monthLog(one.stay, month, kind, { calendar, language: spoken, until: calendar.today }).map(
        (entry) => ({
          ...entry,
          id: newId(),
          placementId: one.placementId,
          coachId: one.coachId,
          loggedAt: `${entry.date}T14:30:00Z`,
        }),
      );
    }),
  );
  await client.query(
    `INSERT INTO activity_entry (id, placement_id, date, activity, form, minutes, language, note, coach_person_id, created_by_person_id, created_at)
     SELECT id, "placementId", date, activity, form, minutes, language, note, "coachId", "coachId", "loggedAt"
     FROM json_to_recordset($1) AS x (id uuid, "placementId" uuid, date date, activity activity_category, form activity_form, minutes int,
       language text, note text, "coachId" uuid, "loggedAt" timestamptz)`,
    [JSON.stringify(entries)],
  );
}

/** The months of a stay up to the one that is going on. */
export function monthsOf(stay: Stay, calendar: StoryCalendar): readonly Month[] {
  const service = serviceOf(stay);
  if (service === null) return [];
  const months: Month[] = [];
  for (
    let month = monthOf(service.from);
    month <= calendar.month(0) && month <= monthOf(service.to);
    month = addMonthsTo(month, 1)
  )
    months.push(month);
  return months;
}
