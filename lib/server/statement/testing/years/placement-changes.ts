import { END_REASONS, LEVELS } from '#lib/domain/compensation/types.ts';
import { newId } from '#lib/server/ids.ts';
import type { Change } from '#lib/server/statement/testing/years/report-changes.ts';
import { YEARS_AGREEMENTS } from '#lib/server/statement/testing/years/years-agreements.ts';
import { uniqueReference } from '#lib/server/testing/builders/sequence.ts';
import { addDays, daysBetween, toUtcDate } from '#lib/shared/plain-date.ts';

const correctLevel: Change = async ({ owner, pick }, placement) => {
  const level = LEVELS[pick(0, 2)] ?? 'B';
  if (level === placement.level) return false;
  await owner.placement.update({ where: { id: placement.built.id }, data: { level } });
  placement.level = level;
  return true;
};

/** The placement ends earlier than planned, on another day than was thought, or goes on after all. */
const cutShort: Change = async ({ owner, pick }, placement) => {
  const where = { id: placement.built.id };
  if (placement.end !== null && pick(1, 3) === 1) {
    await owner.placement.update({ where, data: { end: null, endReason: null } });
    placement.end = null;
    return true;
  }
  const end = addDays(placement.from, pick(0, daysBetween(placement.from, placement.to)));
  const endReason = END_REASONS[pick(0, END_REASONS.length - 1)] ?? 'completed';
  await owner.placement.update({ where, data: { end: toUtcDate(end), endReason } });
  placement.end = end;
  return true;
};

const prolong: Change = async ({ owner, pick }, placement) => {
  if (placement.periods === 2 || placement.end !== null || placement.cancelled) return false;
  const from = placement.to;
  const to = addDays(from, pick(90, 180));
  const { id, decisionId } = await owner.placement.update({
    where: { id: placement.built.id },
    data: { to: toUtcDate(to) },
  });
  await owner.servicePeriod.create({
    data: {
      id: newId(),
      implementationReference: uniqueReference(),
      decisionId,
      placementId: id,
      number: 2,
      from: toUtcDate(from),
      to: toUtcDate(to),
    },
  });
  placement.to = to;
  placement.periods = 2;
  return true;
};

const cancel: Change = async ({ owner }, placement, cutOff) => {
  if (placement.cancelled) return false;
  await owner.placement.update({
    where: { id: placement.built.id },
    data: { cancelledAt: toUtcDate(cutOff) },
  });
  placement.cancelled = true;
  return true;
};

const replaceAgreement: Change = async ({ owner, pick }, placement) => {
  const agreementVersionId = YEARS_AGREEMENTS[pick(0, YEARS_AGREEMENTS.length - 1)]?.id ?? '';
  if (agreementVersionId === placement.agreementVersionId) return false;
  await owner.placement.update({ where: { id: placement.built.id }, data: { agreementVersionId } });
  placement.agreementVersionId = agreementVersionId;
  return true;
};

export const PLACEMENT_CHANGES: readonly Change[] = [
  correctLevel,
  correctLevel,
  cutShort,
  cutShort,
  prolong,
  prolong,
  cancel,
  replaceAgreement,
];
