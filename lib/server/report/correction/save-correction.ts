import { wayToCorrect } from '#lib/domain/report/correct-report.ts';
import { readMonthForm } from '#lib/domain/report/form-rows.ts';
import type { ReportContent } from '#lib/domain/report/report-content.ts';
import { type SaveCorrectionInput, saveCorrectionInput } from '#lib/schemas/report-correction.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { newId } from '#lib/server/ids.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { type Correctable, findCorrectable } from '#lib/server/report/correction/find-correctable.ts';
import { loadRules, type RulesInForce } from '#lib/server/report/rules-in-force.ts';
import { conflict, validationProblem } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

type State = { readonly report: Correctable; readonly rules: RulesInForce };

/** Keeps what somebody writes to correct a report that is sent, and why. It changes nothing until it is attested. */
export const saveCorrection = defineCommand({
  name: 'report.saveCorrection',
  mandates: ['coach', 'reporter', 'signatory'],
  input: saveCorrectionInput,
  async lock(tx, { reportId }: SaveCorrectionInput, { actor }): Promise<State | null> {
    const report = await findCorrectable(tx, actor, { reportId }, { forUpdate: true });
    return report === null ? null : { report, rules: await loadRules(tx) };
  },
  version: ({ report: { open } }, { version }) => ({ seen: version, current: open?.version ?? 0 }),
  guard({ report }) {
    const way = wayToCorrect(report);
    if (!way.ok) return way.error;
    if (report.open?.status !== 'submitted') return null;
    const title = {
      sv: 'En rättelse väntar redan på beslut. Ta tillbaka den om den är fel.',
      en: 'A correction waits for a decision already. Withdraw it if it is wrong.',
    };
    return conflict([], { code: 'correctionWaits', title });
  },
  stepUp: () => null,
  decide({ report, rules }, input, { actor }) {
    const { month, reference } = report;
    const { minuteStep } = rules.termsOf(month);
    const read = readMonthForm(input, { reference, month }, { minuteStep, locale: monthActor(actor).locale });
    return read.ok ? ok(read.value.content) : err(validationProblem(read.error));
  },
  async write(tx, content: ReportContent, { report }, { actor, now }, { reason, version }) {
    const data = {
      reason,
      content: { ...content, rows: [...content.rows] },
      draftedByPersonId: monthActor(actor).personId,
      draftedAt: now,
      version: version + 1,
    };
    const id = report.open?.id ?? newId();
    if (report.open === null)
      await tx.reportCorrection.create({ data: { id, reportId: report.id, status: 'draft', ...data } });
    else await tx.reportCorrection.update({ where: { id }, data });
    return { correctionId: id, reportId: report.id, version: data.version };
  },
  audit: ({ correctionId, version }, _, { report }) => ({
    type: 'report',
    id: report.id,
    participantIds: [report.participantId],
    detail: { correctionId, version, month: report.month },
  }),
});
