import { kronor } from '#lib/domain/compensation/swedish.ts';
import { signedKronor } from '#lib/domain/effect/effect-sv.ts';
import type { Telling } from '#lib/domain/notification/notification.ts';
import type { ListedCorrection, ProviderSums } from '#lib/domain/placement-correction/correction.ts';
import type { CommandContext } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { sendAllInTransaction } from '#lib/server/jobs/send-in-transaction.ts';
import { notifyAll } from '#lib/server/notification/notify.ts';
import { providerSums } from '#lib/server/placement-correction/find-correction.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/**
 * Gives the placements of a decided correction, and their decisions, what is right, and tells their providers. The database
 * lets a placement's level change in the very transaction that decides alone. Returns whose placements they are.
 */
export async function applyCorrection(
  tx: Tx,
  correction: ListedCorrection,
  { now, today }: CommandContext,
): Promise<readonly string[]> {
  const { id } = correction;
  const changed = await tx.$queryRaw<{ placementId: string; participantId: string; isOtherLevel: boolean }[]>`
    UPDATE placement l SET level = i.to_level, agreement_version_id = i.to_agreement_version_id, version = l.version + 1
    FROM placement_correction_item i WHERE i.correction_id = ${id}::uuid AND i.placement_id = l.id
    RETURNING l.id::text AS "placementId", l.participant_id::text AS "participantId", i.from_level <> i.to_level AS "isOtherLevel"`;
  await tx.$executeRaw`
    UPDATE decision d SET level = x.to_level, agreement_version_id = x.to_agreement_version_id, version = d.version + 1
    FROM (SELECT DISTINCT ON (l.decision_id) l.decision_id, i.to_level, i.to_agreement_version_id
      FROM placement_correction_item i JOIN placement l ON l.id = i.placement_id WHERE i.correction_id = ${id}::uuid
      ORDER BY l.decision_id, l."from" DESC) x
    WHERE d.id = x.decision_id`;
  await tx.$executeRaw`UPDATE placement_correction_item SET applied_at = ${now} WHERE correction_id = ${id}::uuid`;
  await tellProviders(tx, correction, today);
  await tellConcerned(
    tx,
    id,
    changed.filter(({ isOtherLevel }) => isOtherLevel),
    now,
  );
  return [...new Set(changed.map(({ participantId }) => participantId))];
}

/** Of another level: to each participant, and to their coaches, to whom many are told as one. */
async function tellConcerned(
  tx: Tx,
  correctionId: string,
  changed: readonly { readonly placementId: string }[],
  now: Date,
): Promise<void> {
  const subject = { type: 'placementCorrection', id: correctionId };
  await notifyAll(
    tx,
    changed.flatMap(({ placementId }): Telling[] => [
      {
        event: 'levelCorrected',
        to: { kind: 'participant' },
        about: { placementId, subject, path: '/participant' },
        now,
      },
      {
        event: 'levelCorrected',
        to: { kind: 'coach' },
        about: { placementId, subject, path: '/provider/participants?show=mine', gathered: true },
        now,
      },
    ]),
  );
}

/** To the signatories of each provider: what went wrong, how many of its placements, and its kronor. */
async function tellProviders(tx: Tx, correction: ListedCorrection, today: PlainDate): Promise<void> {
  const sums = await providerSums(tx, correction.id);
  const told = await tx.$queryRaw<{ providerId: string; to: string }[]>`
    SELECT DISTINCT m.provider_id::text AS "providerId", p.email AS "to" FROM membership m JOIN person p ON p.id = m.person_id
    WHERE m.provider_id = ANY (${sums.map(({ providerId }) => providerId)}::uuid[]) AND m.role = 'signatory'
      AND m.valid_from <= ${today}::date AND (m.valid_to IS NULL OR m.valid_to > ${today}::date) AND p.email IS NOT NULL
    ORDER BY 1, 2`;
  await sendAllInTransaction(
    tx,
    'mail.send',
    told.flatMap(({ providerId, to }) => {
      const own = sums.find((sum) => sum.providerId === providerId);
      return own === undefined
        ? []
        : [{ to, subject: 'Placeringar hos er har rättats', text: letter(correction, own) }];
    }),
  );
}

function letter({ what }: ListedCorrection, { placements, differenceOre, nextOre }: ProviderSums): string {
  const many = placements === 1 ? 'En placering' : `${placements} placeringar`;
  return `Hej!\n\n${many} hos er har rättats efter ett fel i uppgifterna.\n\nDet här blev fel: ${what}\n\nErsättningen ändras med ${signedKronor(differenceOre)} utan moms (exempelbelopp). För de här placeringarna tar nästa underlag upp ${kronor(nextOre)}.\n\nDet här mejlet innehåller inga personuppgifter. Logga in i Leverantörsportalen för att läsa mer.\n`;
}
