import type { Client } from 'pg';
import { newId } from '#lib/server/ids.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';
import type { Work } from '#prisma/seed/demo/stage/work.ts';
import { PLAN_COMMENTS } from '#prisma/seed/demo/story/plan-words.ts';

/** What participants have said about their plans, and the coaches' answers. */
export async function writePlanComments(
  client: Client,
  work: readonly Work[],
  today: PlainDate,
): Promise<void> {
  const comments = PLAN_COMMENTS.map(({ name, said, ...comment }) => {
    const commented = work.find(({ story, stay }) => story.name === name && stay.plan !== null);
    const from = commented?.stay.plan?.from;
    if (commented === undefined || from === undefined) throw new Error(`${name} has no plan to comment on`);
    const { placementId, coachId } = commented;
    const day = 'daysAgo' in said ? addDays(today, -said.daysAgo) : addDays(from, said.daysAfterPlan);
    return { ...comment, id: newId(), placementId, coachId, day, writtenAt: `${day}T17:40:00Z` };
  });
  await client.query(
    `INSERT INTO plan_comment (id, plan_id, activity, author_person_id, written_at, text)
     SELECT x.id, n.id, x.activity, q.person_id, x."writtenAt", x.text
     FROM json_to_recordset($1) AS x (id uuid, "placementId" uuid, activity activity_category, "writtenAt" timestamptz, text text)
       JOIN plan n ON n.placement_id = x."placementId" AND n.number = 1 JOIN placement l ON l.id = n.placement_id
       JOIN participant q ON q.id = l.participant_id`,
    [JSON.stringify(comments)],
  );
  const answers = comments
    .filter(({ answer }) => answer !== null)
    .map(({ id, coachId, answer, day }) => ({
      id: newId(),
      commentId: id,
      coachId,
      text: answer,
      givenAt: `${addDays(day, 1)}T07:15:00Z`,
    }));
  await client.query(
    `INSERT INTO plan_comment_response (id, comment_id, person_id, given_at, text)
     SELECT id, "commentId", "coachId", "givenAt", text
     FROM json_to_recordset($1) AS x (id uuid, "commentId" uuid, "coachId" uuid, "givenAt" timestamptz, text text)`,
    [JSON.stringify(answers)],
  );
}
