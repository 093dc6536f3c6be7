import { type SeenCorrectionInput, seenCorrectionInput } from '#lib/schemas/report-correction.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { findCorrectable, type OpenCorrection } from '#lib/server/report/correction/find-correctable.ts';
import { ok } from '#lib/shared/result.ts';

type State = { readonly open: OpenCorrection; readonly reportId: string; readonly participantId: string };

/** Gives a written correction up before it is attested: the report stands as it was sent. */
export const discardCorrection = defineCommand({
  name: 'report.discardCorrection',
  mandates: ['coach', 'reporter', 'signatory'],
  input: seenCorrectionInput,
  async lock(tx, { correctionId }: SeenCorrectionInput, { actor }): Promise<State | null> {
    const report = await findCorrectable(tx, actor, { correctionId }, { forUpdate: true });
    if (report === null || report.open?.id !== correctionId || report.open.status !== 'draft') return null;
    return { open: report.open, reportId: report.id, participantId: report.participantId };
  },
  version: ({ open }, { version }) => ({ seen: version, current: open.version }),
  guard: () => null,
  stepUp: () => null,
  decide: () => ok(null),
  async write(tx, _, { open, reportId }) {
    await tx.reportCorrection.update({
      where: { id: open.id },
      data: { status: 'discarded', version: { increment: 1 } },
    });
    return { reportId };
  },
  audit: ({ reportId }, _, { open, participantId }) => ({
    type: 'report',
    id: reportId,
    participantIds: [participantId],
    detail: { correctionId: open.id },
  }),
});
