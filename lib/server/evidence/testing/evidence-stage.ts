import { createHash } from 'node:crypto';
import type { AuthorityActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import { addEvidence } from '#lib/server/evidence/add-evidence.ts';
import { pdfOf } from '#lib/server/evidence/testing/files.ts';
import { mailedSecret } from '#lib/server/evidence/testing/mailed-secret.ts';
import { buildOutcome } from '#lib/server/testing/builders/outcome.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

export const BAKERY = { employerOrgNo: '5599458022', employerName: 'Bageriet i Ronneby AB' };
export const NOW = new Date('2026-07-10T09:00:00Z');
const TYPED = { kind: 'paySlip', spell: '0', from: '2026-03-02', through: '2026-05-31' };

export type Claimed = { readonly placement: BuiltPlacement; readonly outcomeId: string };

export type EvidenceStage = World & {
  readonly coach: ProviderActor;
  readonly reviewer: AuthorityActor;
  /** A placement whose participant has worked at the bakery since 2 March 2026. */
  readonly claimed: () => Promise<Claimed>;
  readonly add: (
    outcomeId: string,
    given?: {
      readonly typed?: object;
      readonly content?: Buffer;
      readonly actor?: ProviderActor;
      readonly key?: string;
      readonly now?: Date;
    },
  ) => ReturnType<typeof run>;
  /** The secret that was mailed with the latest question of a placement. */
  readonly mailedSecret: (confirmationId: string) => Promise<string>;
};

let files = 0;

function run(
  world: World,
  actor: ProviderActor,
  outcomeId: string,
  typed: object,
  given: { content: Buffer; key?: string; now?: Date },
) {
  const content = new Uint8Array(given.content);
  const input = {
    outcomeId,
    ...TYPED,
    ...typed,
    fileName: 'lön mars.pdf',
    mediaType: 'application/pdf',
    size: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  };
  return world.run(addEvidence(content), input, {
    actor,
    now: given.now ?? NOW,
    ...(given.key === undefined ? {} : { key: given.key }),
  });
}

/** A world with an outcome to hand evidence in for. */
export async function openEvidenceStage(): Promise<EvidenceStage> {
  const world = await buildWorld();
  const coach = await world.staff('coach');
  const reviewer = await buildAuthorityActor(world.owner, 'reviewer');
  return {
    ...world,
    coach,
    reviewer,
    async claimed() {
      const placement = await buildPlacement(world.owner, {
        office: world.office,
        from: '2026-01-02',
        end: '2026-03-02',
        endReason: 'outcome',
      });
      const outcomeId = await buildOutcome(world.owner, {
        placement,
        status: 'submitted',
        from: '2026-03-02',
        spells: [{ from: '2026-03-02', ...BAKERY }],
      });
      return { placement, outcomeId };
    },
    add: (outcomeId, { typed = {}, content, actor = coach, ...rest } = {}) => {
      files += 1;
      return run(world, actor, outcomeId, typed, { content: content ?? pdfOf(`% ${files}`), ...rest });
    },
    mailedSecret: (confirmationId) => mailedSecret(world.owner, confirmationId),
  };
}
