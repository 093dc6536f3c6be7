import { saveExperience } from '#lib/server/experience/save-experience.ts';
import { coverCoach } from '#lib/server/intake/cover-coach.ts';
import type { Part, Play, Scene } from '#prisma/seed/demo/stage/scene.ts';
import { addDays } from '#lib/shared/plain-date.ts';

/** Days that the cover goes on after today. */
const COVERED_DAYS = 4;

/** What somebody tells of before, and who writes it down. */
const EXPERIENCE = [
  {
    name: 'Olena Kovalenko',
    by: 'coach',
    kind: 'work',
    what: 'Bokhållare',
    place: 'Charkiv',
    fromYear: 2011,
    toYear: 2022,
  },
  {
    name: 'Olena Kovalenko',
    by: 'coach',
    kind: 'education',
    what: 'Ekonomi, högskola',
    place: 'Ukraina',
    fromYear: 2006,
    toYear: 2010,
  },
  {
    name: 'Olena Kovalenko',
    by: 'coach',
    kind: 'language',
    what: 'Ukrainska, engelska, svenska på nivå B',
    place: '',
    fromYear: null,
    toYear: null,
  },
  {
    name: 'Olena Kovalenko',
    by: 'participant',
    kind: 'licence',
    what: 'Körkort B',
    place: 'Bytt till svenskt',
    fromYear: 2023,
    toYear: null,
  },
] as const;

/** How participants are received: a coach who is away with somebody who covers, and what participants have done before. */
export function intakeScenes(given: Play, parts: readonly Part[]): readonly Scene[] {
  const { calendar } = given;
  const yesterday = addDays(calendar.today, -1);
  return [
    { on: yesterday, hour: 8, play: (at) => coverTesfay(given, at) },
    ...EXPERIENCE.flatMap((told): Scene[] => {
      const part = parts.find(({ participant }) => participant.name === told.name);
      return part === undefined
        ? []
        : [{ on: yesterday, hour: 10, play: (at) => tell(given, part, told, at) }];
    }),
  ];
}

/** Karin lets Elif, who works at the same office, stand in for Tesfay. */
async function coverTesfay({ stage, calendar }: Play, at: Date): Promise<void> {
  const [karin, tesfay, elif] = [
    await stage.actor('karin-bjork'),
    await stage.actor('tesfay-gebre'),
    await stage.actor('elif-demir', 1),
  ];
  const input = {
    coachPersonId: tesfay.personId,
    coveringPersonId: elif.personId,
    from: addDays(calendar.today, -1),
    through: addDays(calendar.today, COVERED_DAYS),
  };
  await stage.command(coverCoach, input, { actor: karin, at });
}

async function tell(
  { stage }: Play,
  { placementId, stay }: Part,
  told: (typeof EXPERIENCE)[number],
  at: Date,
): Promise<void> {
  const { rows } = await stage.owner.query<{ participantId: string }>(
    'SELECT participant_id AS "participantId" FROM placement WHERE id = $1',
    [placementId],
  );
  const [placed] = rows;
  if (placed === undefined || stay.coach === null) throw new Error('Nobody to write down experience with');
  const { by, kind, what, place, fromYear, toYear } = told;
  const actor =
    by === 'coach' ? await stage.actor(stay.coach) : await stage.participant(placed.participantId);
  await stage.command(saveExperience, { placementId, kind, what, place, fromYear, toYear }, { actor, at });
}
