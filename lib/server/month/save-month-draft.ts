import type { StoredPlan } from '#lib/domain/activity/stored-plan.ts';
import { type DraftedMonth, draftMonth } from '#lib/domain/report/draft-month.ts';
import { judgeReport } from '#lib/domain/report/judge-report.ts';
import { findingProblem } from '#lib/domain/report/report-problem.ts';
import { type SaveMonthDraftInput, saveMonthDraftInput } from '#lib/schemas/report.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { lockDraftVersion, writeDraft } from '#lib/server/month/month-draft.ts';
import { lockPlacements } from '#lib/server/plan/lock-placement.ts';
import { insertPlan, listPlans } from '#lib/server/plan/plan-rows.ts';
import { keyOf, loadPlacementMonths, type PlacementMonth } from '#lib/server/report/placement-months.ts';
import { loadRules, type RulesInForce } from '#lib/server/report/rules-in-force.ts';
import type { Ore } from '#lib/shared/money.ts';
import { type FieldProblem, validationProblem } from '#lib/shared/problem.ts';
import { err } from '#lib/shared/result.ts';

type State = {
  readonly placementMonth: PlacementMonth;
  readonly draftVersion: number;
  readonly rules: RulesInForce;
  readonly plan: StoredPlan | null;
  readonly reference: string;
};

export type SavedMonthDraft = {
  readonly placementId: string;
  readonly month: string;
  readonly version: number;
  /** What keeps the month from being sent as it stands, at the form's own rows. */
  readonly problems: readonly FieldProblem[];
  /** Remarks that go with it to review. */
  readonly remarks: readonly FieldProblem[];
  /** Base pay in öre if it is sent and approved. */
  readonly amountOre: Ore;
};

/** Keeps what somebody fills in for a participant's month, and says what it takes to send it. */
export const saveMonthDraft = defineCommand({
  name: 'month.saveDraft',
  mandates: ['coach', 'reporter', 'signatory'],
  input: saveMonthDraftInput,
  async lock(tx, input: SaveMonthDraftInput, { actor }): Promise<State | null> {
    const locked = await lockPlacements(tx, [input.placementId], actor);
    const draftVersion = await lockDraftVersion(tx, input);
    const placementMonth = (await loadPlacementMonths(tx, [input])).get(keyOf(input));
    if (locked === null || placementMonth === undefined) return null;
    const [period] = await tx.servicePeriod.findMany({
      where: { placementId: input.placementId },
      orderBy: { number: 'desc' },
      select: { implementationReference: true },
    });
    const [plan] = await listPlans(tx, input.placementId);
    const reference = period?.implementationReference ?? '';
    return { placementMonth, draftVersion, rules: await loadRules(tx), plan: plan ?? null, reference };
  },
  version: ({ draftVersion }, { version }) => ({ seen: version, current: draftVersion }),
  // Whoever sees the placement may fill in its month: coaches stand in for each other.
  guard: () => null,
  stepUp: () => null,
  decide({ placementMonth: { facts }, rules, plan, reference }, input, { actor, today }) {
    const { locale } = monthActor(actor);
    const terms = rules.termsOf(facts.month);
    const drafted = draftMonth(input, input.addToPlan, { facts, reference, terms, today, plan, locale });
    return drafted.ok ? drafted : err(validationProblem(drafted.error));
  },
  async write(tx, { form, facts, plan }: DraftedMonth, state, { actor, now, today }, input) {
    const { personId, locale } = monthActor(actor);
    const { placementId, month } = input;
    if (plan !== null) {
      const number = (state.plan?.number ?? 0) + 1;
      await insertPlan(tx, { ...plan, placementId, number, createdByPersonId: personId, createdAt: now });
    }
    const { content } = form;
    const draft = {
      placementId,
      month,
      content,
      source: 'form',
      updatedByPersonId: personId,
      updatedAt: now,
    } as const;
    const version = await writeDraft(tx, draft, input.version);
    const { level, agreementVersionId } = state.placementMonth;
    const { blocks, findings, amountOre } = judgeReport(
      { content, facts, terms: state.rules.termsOf(month), today },
      { agreement: state.rules.agreementOf(agreementVersionId), level },
    );
    return {
      placementId,
      month,
      version,
      problems: blocks.map((finding) => findingProblem(finding, form, locale)),
      remarks: findings.map((finding) => findingProblem(finding, form, locale)),
      amountOre,
    } satisfies SavedMonthDraft;
  },
  audit: ({ placementId, month, version }, { plan }, { placementMonth }) => ({
    type: 'month',
    id: placementId,
    participantIds: [placementMonth.participantId],
    detail: { month, version, addedToPlan: plan !== null },
  }),
});
