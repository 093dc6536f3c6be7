import type { ParticipantStory, Stay } from '#prisma/seed/demo/story/participant-story.ts';

/** A stay of the story as it stands in the database: what coaches do is written for it. */
export type Work = {
  readonly stay: Stay;
  readonly story: ParticipantStory;
  readonly placementId: string;
  readonly coachId: string | null;
};
