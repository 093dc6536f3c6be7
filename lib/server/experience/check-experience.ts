import type { ExperienceRow } from '#lib/domain/experience/experience-file.ts';
import { type JudgedRow, judgeExperienceRows } from '#lib/domain/experience/judge-experience-rows.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { importExperience } from '#lib/server/experience/import-experience.ts';
import { listExperience } from '#lib/server/experience/list-experience.ts';
import { findCardHead } from '#lib/server/placement/card-head.ts';
import { type PlainDate, yearOf } from '#lib/shared/plain-date.ts';

export type CheckedExperience = {
  readonly participantId: string;
  readonly name: string;
  /** What each row comes to, in their order. */
  readonly judged: readonly JudgedRow[];
};

type Input = { readonly placementId: string; readonly rows: readonly ExperienceRow[] };

/** What the rows of a file would come to for a participant. Nothing is written. */
export const checkExperience = defineQuery<Input, CheckedExperience>({
  name: 'experience.check',
  mandates: importExperience.mandates,
  purpose: 'Stöd till deltagare hos leverantören',
  async run(tx, { placementId, rows }, { actor, today }) {
    const head = await findCardHead(tx, placementId, actor, today);
    if (head === null || hasEnded(head, today)) return null;
    const { participantId, name } = head;
    const list = await listExperience(tx, participantId);
    return { participantId, name, judged: judgeExperienceRows(rows, list, yearOf(today)) };
  },
  reads: ({ participantId }) => ({ type: 'participant', id: participantId, participantIds: [participantId] }),
});

function hasEnded({ to }: { readonly to: PlainDate }, today: PlainDate): boolean {
  return to <= today;
}
