import type { PersonActor } from '#lib/domain/actor/actor.ts';
import { execute, type Refusal } from '#lib/server/command/execute.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import { switchProvider } from '#lib/server/provider-switch/switch-provider.ts';
import { undoSwitch } from '#lib/server/provider-switch/undo-switch.ts';
import { buildOffice } from '#lib/server/testing/builders/office.ts';
import { buildParticipant, buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildReferenceData } from '#lib/server/testing/builders/reference-data.ts';
import { createTestDatabase } from '#lib/server/testing/test-database.ts';
import { fromUtcDate, type PlainDate } from '#lib/shared/plain-date.ts';
import type { Result } from '#lib/shared/result.ts';

/** Monday 11 May 2026: five working days ahead is 19 May, since Ascension Day is the 14th. */
export const NOW = new Date('2026-05-11T10:00:00+02:00');
export const DAY = 86_400_000;

export type Placed = { readonly placement: BuiltPlacement; readonly actor: PersonActor };

/** What a form may send beside the office. */
export type Sent = Partial<{
  placementId: string;
  placementVersion: number;
  reason: string | null;
  sharePlan: boolean;
  shareFinalReport: boolean;
}>;

export type How = { readonly at?: Date; readonly key?: string; readonly actor?: PersonActor };

export type Switching = {
  readonly owner: Database;
  readonly app: Database;
  /** A participant with a placement of 180 days (or twice that) from 2 January 2026, at an office of its own. */
  placed(given?: Partial<Parameters<typeof buildPlacement>[1]>): Promise<Placed>;
  switchTo(
    placed: Placed,
    office: { readonly id: string },
    sent?: Sent,
    how?: How,
  ): Promise<Result<{ readonly switchId: string; readonly placementId: string }, Refusal>>;
  undo(
    placed: Placed,
    switchId: string,
    how?: How & { readonly version?: number },
  ): Promise<Result<{ readonly switchId: string }, Refusal>>;
  /** A placement and its service periods, without the version that counts its changes. */
  stateOf(placementId: string): Promise<Record<string, unknown>>;
  close(): Promise<void>;
};

/** The code of a refusal, or null when the command was carried out. */
export function codeOf(result: Result<unknown, Refusal>): string | null {
  return result.ok ? null : result.error.problem.code;
}

/** What a command gave; throws where it was refused. */
export function valueOf<T>(result: Result<T, Refusal>): T {
  if (!result.ok) throw new Error(result.error.problem.code);
  return result.value;
}

function day(date: Date | null): PlainDate | null {
  return date === null ? null : fromUtcDate(date);
}

/** Switching on a database of its own. */
export async function openSwitching(): Promise<Switching> {
  const testDatabase = await createTestDatabase();
  const owner = openDatabase(testDatabase.ownerUrl, 2);
  const app = openDatabase(testDatabase.appUrl);
  await buildReferenceData(owner);
  const execution = (how: How, actor: PersonActor) => ({
    database: app,
    actor: how.actor ?? actor,
    now: how.at ?? NOW,
    idempotencyKey: how.key ?? newId(),
  });
  return {
    owner,
    app,
    async placed(given = {}) {
      const participant = given.participant ?? (await buildParticipant(owner));
      const office = given.office ?? (await buildOffice(owner));
      const placement = await buildPlacement(owner, { ...given, participant, office });
      return { placement, actor: await buildParticipantActor(owner, participant) };
    },
    switchTo: ({ placement, actor }, office, sent = {}, how = {}) =>
      execute(
        switchProvider,
        { placementId: placement.id, placementVersion: 1, officeId: office.id, ...sent },
        execution(how, actor),
      ),
    undo: ({ actor }, switchId, how = {}) =>
      execute(undoSwitch, { switchId, switchVersion: how.version ?? 1 }, execution(how, actor)),
    async stateOf(placementId) {
      // How often and when it was touched is not what it is.
      const {
        version: _version,
        changedAt: _changedAt,
        ...row
      } = await owner.placement.findUniqueOrThrow({
        where: { id: placementId },
        include: { servicePeriods: { orderBy: { number: 'asc' } } },
      });
      const servicePeriods = row.servicePeriods.map((p) => ({ ...p, from: day(p.from), to: day(p.to) }));
      return { ...row, from: day(row.from), to: day(row.to), end: day(row.end), servicePeriods };
    },
    async close() {
      await Promise.all([owner.$disconnect(), app.$disconnect()]);
      await testDatabase.drop();
    },
  };
}
