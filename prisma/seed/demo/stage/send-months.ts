import { attestPreview } from '#lib/server/report/attest-preview.ts';
import { attestReports } from '#lib/server/report/attest-reports.ts';
import { saveMonthDraft } from '#lib/server/month/save-month-draft.ts';
import type { Stage } from '#prisma/seed/demo/stage/stage.ts';
import { SIGNATORIES } from '#prisma/seed/demo/staff.ts';
import type { FirmKey } from '#prisma/seed/demo/firms.ts';
import type { DraftKind } from '#prisma/seed/demo/story/participant-story.ts';
import type { Month } from '#lib/shared/month.ts';

/** From when the page is opened until it is signed: long enough to read it. */
const READING_MS = 20 * 60_000;

/** The firm's signatory reads what can be sent, and attests those of it that `picks` says. Nothing to send: nothing happens. */
export async function attestMonth(
  stage: Stage,
  firm: FirmKey,
  month: Month,
  picks: (placementId: string) => boolean,
  at: Date,
): Promise<void> {
  const actor = await stage.actor(SIGNATORIES[firm]);
  const read = { actor, at: new Date(at.getTime() - READING_MS) };
  const whole = await stage.query(attestPreview, { month, office: '' }, read);
  const placementIds = whole.rows.map((row) => row.placementId).filter(picks);
  if (placementIds.length === 0) return;
  const { rows, contentHash } = await stage.query(attestPreview, { month, office: '', placementIds }, read);
  if (contentHash === null) return;
  await stage.stepUp(actor, 'attestReports', contentHash, at);
  const reports = rows.map(({ placementId, draftVersion }) => ({ placementId, draftVersion }));
  await stage.command(attestReports, { month, reports, contentHash, onHonour: true }, { actor, at });
}

type Draft = {
  readonly firm: FirmKey;
  readonly placementId: string;
  readonly month: Month;
  readonly kind: DraftKind;
  /** What the log says, where the draft builds on it. */
  readonly logged: readonly {
    readonly activity: string;
    readonly form: string | null;
    readonly minutes: number;
  }[];
};

/** Somebody fills in the month by hand: minutes rounded to whole hours and job suggestions, or "took part in nothing". */
export async function draftMonth(stage: Stage, draft: Draft, at: Date): Promise<void> {
  const actor = await stage.actor(SIGNATORIES[draft.firm]);
  const { placementId, month, kind, logged } = draft;
  const rounded = logged.map((row) => ({ ...row, minutes: Math.ceil(row.minutes / 60) * 60 }));
  const content =
    kind === 'sick' ? { rows: [], noActivityReason: 'sick' } : { rows: rounded, jobSuggestions: 3 };
  await stage.command(
    saveMonthDraft,
    { placementId, month, version: 0, addToPlan: [], ...content },
    { actor, at },
  );
}
