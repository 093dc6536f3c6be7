import type { OutcomeContent } from '#lib/domain/outcome/outcome.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { checkOutcome } from '#lib/server/outcome/outcome-checks.ts';
import { toUtcDate } from '#lib/shared/plain-date.ts';

type Given = {
  readonly placementId: string;
  readonly content: OutcomeContent;
  readonly supersedesId: string | null;
  readonly submittedByPersonId: string | null;
  readonly now: Date;
};

/** Stores a version of an outcome with what the checks find in it, to be decided. Every way in ends here. Returns its id. */
export async function insertOutcome(tx: Tx, given: Given): Promise<string> {
  const { placementId, content, supersedesId, submittedByPersonId, now } = given;
  const id = newId();
  const findings = await checkOutcome(tx, placementId, content);
  const last = await tx.outcome.findFirst({
    where: { placementId },
    orderBy: { number: 'desc' },
    select: { number: true },
  });
  await tx.outcome.create({
    data: {
      id,
      placementId,
      number: (last?.number ?? 0) + 1,
      supersedesId,
      type: content.type,
      from: toUtcDate(content.from),
      signalledOn: toUtcDate(content.signalledOn),
      appliedOn: content.appliedOn === null ? null : toUtcDate(content.appliedOn),
      status: 'submitted',
      submittedAt: now,
      submittedByPersonId,
      holds: findings.filter(({ severity }) => severity === 'hold').length,
      spells: {
        create: content.spells.map((spell, index) => ({
          ...spell,
          number: index + 1,
          from: toUtcDate(spell.from),
          to: spell.to === null ? null : toUtcDate(spell.to),
        })),
      },
    },
  });
  // Seen through their outcome, which has to be there before.
  await tx.outcomeFinding.createMany({
    data: findings.map(({ code, severity, facts }) => ({ outcomeId: id, code, severity, facts })),
  });
  return id;
}
