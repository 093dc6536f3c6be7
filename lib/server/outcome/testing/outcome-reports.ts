import type { Actor, AuthorityActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import { execute, type Execution } from '#lib/server/command/execute.ts';
import { ask } from '#lib/server/command/query.ts';
import { onDay } from '#lib/server/effect/testing/posted-by-run.ts';
import { newId } from '#lib/server/ids.ts';
import { decideOnOutcome } from '#lib/server/outcome/decide-outcome.ts';
import { outcomeReportForm } from '#lib/server/outcome/outcome-report-form.ts';
import { reportOutcome } from '#lib/server/outcome/report-outcome.ts';
import { confirmedSignal } from '#lib/server/signal/testing/confirmed-signal.ts';
import type { BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

const TODAY = '2026-04-20';

/** The spell of work, and the report of it, where nothing else is given. */
export const SPELL = {
  from: '2026-04-01',
  through: '',
  extentPercent: '100',
  employerKind: 'organisation',
  employerOrgNo: '559945-8022',
  employerName: 'Bageriet i Ronneby AB',
};
export const TYPED = { type: 'employment', from: '2026-04-01', appliedOn: '', spells: [SPELL] };

/** A provider that reports outcomes, and the authority's people who confirm and review. */
export type OutcomeReports = World & {
  readonly coach: ProviderActor;
  readonly reporter: ProviderActor;
  /** Of another office of the same provider, and of another provider. */
  readonly elsewhereReporter: ProviderActor;
  readonly stranger: ProviderActor;
  readonly decider: AuthorityActor;
  readonly reviewer: AuthorityActor;
};

export async function buildOutcomeReports(): Promise<OutcomeReports> {
  const world = await buildWorld();
  const { owner, office, otherOffice } = world;
  return {
    ...world,
    coach: await world.staff('coach', office, [office]),
    reporter: await world.staff('reporter', office, [office]),
    elsewhereReporter: await world.staff('reporter', otherOffice, [otherOffice]),
    stranger: await world.staff('reporter', world.elsewhere),
    decider: await buildAuthorityActor(owner, 'caseworker', { caseMandate: 'decide' }),
    reviewer: await buildAuthorityActor(owner, 'reviewer'),
  };
}

/** What is done about the outcome of a placement on a day, 20 April 2026 where none is given, as the routes and pages do it. */
export function reporting(world: OutcomeReports, placement: BuiltPlacement, day = TODAY) {
  const { app, coach, decider, owner, reviewer } = world;
  const by = (actor: Actor, key = newId()): Execution => onDay(app, actor, day, key);
  const stored = (id: string) => owner.outcome.findUniqueOrThrow({ where: { id } });
  const send = async (change: object = {}, actor: Actor = coach, key = newId()) => {
    const typed = { ...TYPED, ...change };
    const replacesId =
      'replacesId' in change && typeof change.replacesId === 'string' ? change.replacesId : null;
    const form = await ask(outcomeReportForm, { placementId: placement.id, replacesId, typed }, by(coach));
    const confirmed = form.ok ? (form.value.preview?.confirmation ?? '') : '';
    return await execute(reportOutcome, { placementId: placement.id, confirmed, ...typed }, by(actor, key));
  };
  return {
    by,
    stored,
    send,
    /** As `send`, and gives the outcome's id; throws where it was refused. */
    sent: async (change: object = {}): Promise<string> => {
      const result = await send(change);
      if (!result.ok) throw new Error(JSON.stringify(result.error));
      return result.value.outcomeId;
    },
    /** The signal of 16 March is confirmed, and ends the placement. */
    signalled: () =>
      confirmedSignal(app, {
        placementId: placement.id,
        signal: { type: 'employment', from: '2026-04-01', extentPercent: '100', employerName: 'Bageriet' },
        coach,
        decider,
        course: 'end',
        day: '2026-03-16',
      }),
    decide: async (outcomeId: string, change: object) => {
      const { version } = await stored(outcomeId);
      return await execute(decideOnOutcome, { outcomeId, version, ...change }, by(reviewer));
    },
  };
}
