import type { OutcomeType } from '#lib/domain/compensation/types.ts';
import { newId } from '#lib/server/ids.ts';
import type { Change } from '#lib/server/statement/testing/years/report-changes.ts';
import {
  oneOf,
  type YearsPlacement,
  type YearsWorld,
} from '#lib/server/statement/testing/years/years-world.ts';
import { buildOutcome } from '#lib/server/testing/builders/outcome.ts';
import { addDays, addMonths, daysBetween, type PlainDate, toUtcDate } from '#lib/shared/plain-date.ts';

const DECISIONS = { approved: 'approve', returned: 'return', rejected: 'reject' } as const;

type Spell = { from: string; to?: string; extentPercent: number; employerOrgNo?: string };

/** One job or two; some end, some are part time, some are with the provider itself. */
function spellsFrom({ pick }: YearsWorld, { built }: YearsPlacement, from: PlainDate): Spell[] {
  const ends = pick(1, 5) === 1 ? { to: addDays(from, pick(20, 300)) } : {};
  const extentPercent = oneOf(pick, [100, 100, 100, 75, 60, 50, 40]);
  const employerOrgNo = pick(1, 20) === 1 ? built.office.provider.orgNo : '5560000001';
  const first = { from, ...ends, extentPercent, employerOrgNo };
  return pick(1, 3) > 1
    ? [first]
    : [first, { from: addDays(from, pick(0, 90)), extentPercent: pick(1, 100) }];
}

async function register(
  world: YearsWorld,
  placement: YearsPlacement,
  from: PlainDate,
  supersedesId?: string,
): Promise<void> {
  const { owner, pick } = world;
  placement.outcomes += 1;
  const status = oneOf(pick, ['submitted', 'approved', 'approved'] as const);
  const type = oneOf<OutcomeType>(pick, ['employment', 'employment', 'employment', 'studies', 'ownBusiness']);
  const id = await buildOutcome(owner, {
    placement: placement.built,
    number: placement.outcomes,
    ...(supersedesId === undefined ? {} : { supersedesId }),
    from,
    signalledOn: addDays(from, pick(0, 40)),
    ...(type === 'studies' ? { appliedOn: addDays(from, -pick(0, 60)) } : {}),
    type,
    status,
    ...(pick(1, 2) === 1 ? { verifiedThrough: addMonths(from, pick(1, 9)) } : {}),
    spells: spellsFrom(world, placement, from),
  });
  placement.outcome = { id, from, status };
}

/** Work or studies that began lately, in the service or in the months after it; half of them end the placement. */
const begin: Change = async (world, placement, cutOff) => {
  const { pick, owner } = world;
  if (placement.outcome !== null || placement.cancelled) return false;
  const earliest = addDays(placement.from, 10);
  const from = addDays(cutOff, -pick(0, 60));
  if (from < earliest || from > addDays(placement.end ?? placement.to, 75)) return false;
  await register(world, placement, from);
  if (placement.end === null && from <= placement.to && pick(1, 2) === 1) {
    await owner.placement.update({
      where: { id: placement.built.id },
      data: { end: toUtcDate(from), endReason: 'outcome' },
    });
    placement.end = from;
  }
  return true;
};

const decideOutcome: Change = async ({ owner, pick }, { outcome }, cutOff) => {
  if (outcome === null) return false;
  const status = oneOf(pick, ['approved', 'approved', 'returned', 'rejected'] as const);
  if (status === outcome.status) return false;
  const reason = status === 'approved' ? null : 'Så bedömer granskaren.';
  await owner.outcomeDecision.create({
    data: {
      id: newId(),
      outcomeId: outcome.id,
      decision: DECISIONS[status],
      reason,
      decidedAt: toUtcDate(cutOff),
    },
  });
  await owner.outcome.update({ where: { id: outcome.id }, data: { status } });
  outcome.status = status;
  return true;
};

/** More evidence has come in, or what there was turned out to prove less. */
const verify: Change = async ({ owner, pick }, { outcome }) => {
  if (outcome === null) return false;
  const verifiedThrough = pick(1, 10) === 1 ? null : toUtcDate(addMonths(outcome.from, pick(1, 10)));
  await owner.outcome.update({ where: { id: outcome.id }, data: { verifiedThrough } });
  return true;
};

/** A new version in place of the one that stands: other spells, sometimes another first day. */
const replace: Change = async (world, placement) => {
  const { outcome } = placement;
  if (outcome === null) return false;
  await world.owner.outcome.update({ where: { id: outcome.id }, data: { status: 'superseded' } });
  const latest = Math.min(30, daysBetween(placement.from, outcome.from));
  await register(world, placement, addDays(outcome.from, world.pick(-Math.min(10, latest), 20)), outcome.id);
  return true;
};

const withdrawOutcome: Change = async ({ owner }, placement) => {
  if (placement.outcome === null) return false;
  await owner.outcome.update({ where: { id: placement.outcome.id }, data: { status: 'withdrawn' } });
  placement.outcome = null;
  return true;
};

export const OUTCOME_CHANGES: readonly Change[] = [
  begin,
  begin,
  begin,
  begin,
  decideOutcome,
  decideOutcome,
  verify,
  verify,
  verify,
  replace,
  withdrawOutcome,
];
