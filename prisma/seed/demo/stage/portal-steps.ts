import { chooseProvider } from '#lib/server/choice/choose-provider.ts';
import { switchProvider } from '#lib/server/provider-switch/switch-provider.ts';
import type { Stage } from '#prisma/seed/demo/stage/stage.ts';
import type { WrittenFirms } from '#prisma/seed/demo/stage/write-firms.ts';
import type { PortalStep } from '#prisma/seed/demo/story/participant-story.ts';

/** What a participant does in the portal: chooses a provider, or switches. */
export async function takeStep(
  stage: Stage,
  firms: WrittenFirms,
  reference: string,
  step: PortalStep,
  at: Date,
): Promise<void> {
  const { officeId } = firms.office(step.office);
  const { rows } = await stage.owner.query<Held>(
    `SELECT d.participant_id AS "participantId", d.id AS "decisionId", d.version AS "decisionVersion", l.id AS "placementId", l.version AS "placementVersion"
     FROM service_period s JOIN decision d ON d.id = s.decision_id LEFT JOIN placement l ON l.id = s.placement_id WHERE s.implementation_reference = $1`,
    [reference],
  );
  if (rows[0] === undefined) throw new Error(`No service period ${reference}`);
  const { participantId, decisionId, decisionVersion, placementId, placementVersion } = rows[0];
  const actor = await stage.participant(participantId);
  switch (step.kind) {
    case 'choose':
      await stage.command(chooseProvider, { decisionId, decisionVersion, officeId }, { actor, at });
      return;
    case 'switch':
      await stage.command(
        switchProvider,
        {
          placementId,
          placementVersion,
          officeId,
          reason: step.reason,
          sharePlan: true,
          shareFinalReport: false,
        },
        { actor, at },
      );
  }
}

type Held = {
  readonly participantId: string;
  readonly decisionId: string;
  readonly decisionVersion: number;
  readonly placementId: string | null;
  readonly placementVersion: number | null;
};
