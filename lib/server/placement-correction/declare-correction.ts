import {
  type CorrectablePlacement,
  planCorrection,
} from '#lib/domain/placement-correction/plan-correction.ts';
import { readCorrectionRows } from '#lib/domain/placement-correction/read-correction-rows.ts';
import { type DeclareCorrectionInput, declareCorrectionInput } from '#lib/schemas/placement-correction.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { calculateItems } from '#lib/server/placement-correction/calculate-items.ts';
import { type AgreementVersions, loadAgreementVersions } from '#lib/server/statement/agreement-versions.ts';
import { toUtcDate } from '#lib/shared/plain-date.ts';
import { validationProblem } from '#lib/shared/problem.ts';
import { err } from '#lib/shared/result.ts';

type State = { readonly found: readonly CorrectablePlacement[]; readonly agreements: AgreementVersions };

/** Every placement of the decisions that the references belong to. */
async function placementsOf(tx: Tx, references: readonly string[]): Promise<readonly CorrectablePlacement[]> {
  return await queryJson<CorrectablePlacement>(
    tx,
    Prisma.sql`
    SELECT s.implementation_reference AS reference, l.id AS "placementId", l.provider_id AS "providerId", l.level,
      l.agreement_version_id AS "agreementVersionId",
      (SELECT (g.document ->> 'vatPermille')::int FROM agreement_version g WHERE g.id = l.agreement_version_id) AS "vatPermille",
      coalesce((SELECT min(x."from") FROM service_period x WHERE x.placement_id = l.id), l."from") AS "from",
      EXISTS (SELECT 1 FROM placement_correction_item i JOIN placement_correction c ON c.id = i.correction_id
        WHERE i.placement_id = l.id AND c.status IN ('draft', 'submitted')) AS "underCorrection"
    FROM service_period s JOIN placement l ON l.decision_id = s.decision_id
    WHERE s.implementation_reference = ANY (${references}::bpchar[]) AND l.cancelled_at IS NULL
    ORDER BY l.id`,
  );
}

/** Declares a data error: what went wrong, and what is right for which placements. Shows its kronor; changes nothing. */
export const declareCorrection = defineCommand({
  name: 'correction.declare',
  mandates: ['agreementAdmin'],
  input: declareCorrectionInput,
  async lock(tx, { rows }: DeclareCorrectionInput): Promise<State> {
    const read = readCorrectionRows(rows);
    const references = read.ok ? read.value.map(({ reference }) => reference) : [];
    return { found: await placementsOf(tx, references), agreements: await loadAgreementVersions(tx) };
  },
  version: () => null,
  guard: () => null,
  stepUp: () => null,
  decide({ found, agreements }, input, { today }) {
    if (input.occurredOn > today) {
      const message = 'Felet kan inte ha uppstått framåt i tiden.';
      return err(validationProblem([{ pointer: '/occurredOn', code: 'dateInFuture', message }]));
    }
    const { agreementVersionId } = input;
    const named = agreementVersionId === undefined || agreementVersionId === null ? '' : agreementVersionId;
    const agreement = named === '' ? null : (agreements.get(named) ?? null);
    if (named !== '' && agreement === null) {
      const message = 'Avtalsversionen finns inte.';
      return err(validationProblem([{ pointer: '/agreementVersionId', code: 'agreementUnknown', message }]));
    }
    const rows = readCorrectionRows(input.rows);
    if (!rows.ok) return err(validationProblem(rows.error));
    const plan = planCorrection(rows.value, found, { level: input.level ?? null, agreement });
    return plan.ok ? plan : err(validationProblem(plan.error));
  },
  async write(tx, items, _, { actor, now, today }, { what, occurredOn }) {
    const correctionId = newId();
    const kronor = await calculateItems(tx, items, today);
    await tx.placementCorrection.create({
      data: {
        id: correctionId,
        what,
        occurredOn: toUtcDate(occurredOn),
        status: 'draft',
        declaredByPersonId: actor.kind === 'person' ? actor.personId : '',
        declaredAt: now,
        calculatedOn: toUtcDate(today),
      },
    });
    const rows = items.map((item) => ({ ...item, ...kronor.get(item.placementId) }));
    await tx.$executeRaw`
      INSERT INTO placement_correction_item (correction_id, placement_id, provider_id, implementation_reference, from_level, to_level,
        from_agreement_version_id, to_agreement_version_id, difference_ore, next_before_ore, next_ore)
      SELECT ${correctionId}::uuid, x."placementId", x."providerId", x."implementationReference", x."fromLevel", x."toLevel",
        x."fromAgreementVersionId", x."toAgreementVersionId", x."differenceOre", x."nextBeforeOre", x."nextOre"
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x("placementId" uuid, "providerId" uuid, "implementationReference" text,
        "fromLevel" level, "toLevel" level, "fromAgreementVersionId" text, "toAgreementVersionId" text, "differenceOre" bigint,
        "nextBeforeOre" bigint, "nextOre" bigint)`;
    return { correctionId };
  },
  audit: ({ correctionId }, items, _, { what, occurredOn }) => ({
    type: 'placementCorrection',
    id: correctionId,
    participantIds: [],
    detail: { what, occurredOn, placements: items.length },
  }),
});
