import { type SeenCorrectionInput, seenCorrectionInput } from '#lib/schemas/report-correction.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { newId } from '#lib/server/ids.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { type Correctable, findCorrectable } from '#lib/server/report/correction/find-correctable.ts';
import { conflict } from '#lib/shared/problem.ts';
import { ok } from '#lib/shared/result.ts';

type State = { readonly report: Correctable; readonly open: NonNullable<Correctable['open']> | null };

/** Takes a correction back while it waits for a reviewer. What it said is a draft again; the report counts as before. */
export const withdrawCorrection = defineCommand({
  name: 'report.withdrawCorrection',
  mandates: ['signatory'],
  input: seenCorrectionInput,
  async lock(tx, { correctionId }: SeenCorrectionInput, { actor }): Promise<State | null> {
    const report = await findCorrectable(tx, actor, { correctionId }, { forUpdate: true });
    if (report === null) return null;
    return { report, open: report.open?.id === correctionId ? report.open : null };
  },
  version: ({ open }, { version }) => (open === null ? null : { seen: version, current: open.version }),
  guard({ open }) {
    if (open?.status === 'submitted') return null;
    const title = {
      sv: 'Rättelsen väntar inte längre, så den går inte att ta tillbaka.',
      en: 'The correction no longer waits, so it cannot be withdrawn.',
    };
    return conflict([], { code: 'correctionDecided', title });
  },
  stepUp: () => null,
  decide: ({ open }) => ok(open),
  async write(tx, open, { report }, { actor, now }) {
    if (open === null) throw new Error('The guard let a correction through that is not there');
    const { id, reason, content } = open;
    await tx.reportCorrection.update({
      where: { id },
      data: { status: 'withdrawn', version: { increment: 1 } },
    });
    await tx.reportCorrection.create({
      data: {
        id: newId(),
        reportId: report.id,
        status: 'draft',
        reason,
        content: { ...content, rows: [...content.rows] },
        draftedByPersonId: monthActor(actor).personId,
        draftedAt: now,
      },
    });
    return { reportId: report.id, correctionId: id };
  },
  audit: ({ reportId, correctionId }, _, { report }) => ({
    type: 'report',
    id: reportId,
    participantIds: [report.participantId],
    detail: { correctionId },
  }),
});
