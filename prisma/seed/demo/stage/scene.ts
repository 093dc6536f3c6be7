import type { FirmKey } from '#prisma/seed/demo/firms.ts';
import type { Stage } from '#prisma/seed/demo/stage/stage.ts';
import type { StoryHour } from '#prisma/seed/demo/stage/story-clock.ts';
import type { WrittenFirms } from '#prisma/seed/demo/stage/write-firms.ts';
import type { PlacementIds } from '#prisma/seed/demo/stage/write-work.ts';
import type { StoryCalendar } from '#prisma/seed/demo/story/calendar.ts';
import type { ParticipantStory, Stay } from '#prisma/seed/demo/story/participant-story.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type Play = {
  readonly stage: Stage;
  readonly story: readonly ParticipantStory[];
  readonly calendar: StoryCalendar;
  readonly firms: WrittenFirms;
  readonly ids: PlacementIds;
  readonly workerUrl: string;
};

/** Something that happens on a day, at an hour; what it comes to is found out then. */
export type Scene = {
  readonly on: PlainDate;
  readonly hour: StoryHour;
  readonly play: (at: Date) => Promise<void>;
};

/** A placement of the story, as it stands in the database. */
export type Part = {
  readonly firm: FirmKey;
  readonly stay: Stay;
  readonly placementId: string;
  readonly participant: ParticipantStory;
};
