import type { Client } from 'pg';
import { newId } from '#lib/server/ids.ts';
import type { Work } from '#prisma/seed/demo/stage/work.ts';
import { otherParties, plannedActivities } from '#prisma/seed/demo/story/plan-words.ts';

const FORMS = ['onSite', 'onSite', 'video'] as const;

/** The joint plans of the story: the first of each stay, and the one of the second period where it was made. */
export async function writePlans(client: Client, work: readonly Work[]): Promise<void> {
  const plans = work.flatMap((one, index) => versionsOf(one, index));
  await client.query(
    `INSERT INTO plan (id, placement_id, number, "from", aim, field, goal, meeting_on, meeting_form, created_by_person_id, created_at)
     SELECT id, "placementId", number, "from", aim, field, goal, "from", form, "coachId", "madeAt"
     FROM json_to_recordset($1) AS x (id uuid, "placementId" uuid, number int, "from" date, aim text, field text, goal text,
       form activity_form, "coachId" uuid, "madeAt" timestamptz)`,
    [JSON.stringify(plans)],
  );
  await client.query(
    `INSERT INTO plan_activity (plan_id, activity, purpose, goal, minutes_per_week)
     SELECT * FROM json_to_recordset($1) AS x ("planId" uuid, activity activity_category, purpose text, goal text, "minutesPerWeek" int)`,
    [JSON.stringify(plans.flatMap(({ id, parts }) => parts.map((part) => ({ planId: id, ...part }))))],
  );
  await client.query(
    `INSERT INTO plan_party (plan_id, number, name, role, task)
     SELECT * FROM json_to_recordset($1) AS x ("planId" uuid, number int, name text, role text, task text)`,
    [
      JSON.stringify(
        plans.flatMap(({ id, parties }) =>
          parties.map((party, at) => ({ planId: id, number: at + 1, ...party })),
        ),
      ),
    ],
  );
}

function versionsOf({ stay, placementId, coachId }: Work, index: number) {
  const { plan, redonePlanFrom } = stay;
  if (plan === null) return [];
  const { activities, ...told } = plan;
  const common = { ...told, placementId, coachId, form: FORMS[index % FORMS.length] ?? 'onSite' };
  const first = {
    ...common,
    id: newId(),
    number: 1,
    madeAt: `${plan.from}T13:00:00Z`,
    parts: plannedActivities(activities),
    parties: otherParties(stay, index),
  };
  if (redonePlanFrom === null) return [first];
  // Half a year on: less of everything but what leads to employers.
  const kept = activities.filter((activity) => activity !== 'practicalSupport');
  const second = {
    ...first,
    id: newId(),
    number: 2,
    from: redonePlanFrom,
    madeAt: `${redonePlanFrom}T06:00:00Z`,
    goal: `${plan.goal}, på heltid`,
    parts: plannedActivities([...kept, 'motivationalTalks', 'shortTraining']),
  };
  return [first, second];
}
