import type { Actor } from '#lib/domain/actor/actor.ts';
import { type DecisionWorld, valueOf, ways } from '#lib/server/placement-decision/testing/decision-world.ts';
import { signalKind } from '#lib/server/signal/signal-kind.ts';
import type { BuiltPlacement } from '#lib/server/testing/builders/placement.ts';

/** The signal that is sent where nothing else is given. */
export const CONTENT = {
  about: '',
  type: 'employment',
  extentPercent: '100',
  from: '2026-04-01',
  appliedOn: '',
  employerName: 'Bageriet i Ronneby AB',
};

type Sending = { readonly content?: object; readonly replacesId?: string; readonly why?: string };
type Verdict = { readonly verdict?: string; readonly reason?: string; readonly answer?: unknown };

/** Signals of one placement, sent and decided on as the routes and pages do it. */
export function signalling(world: DecisionWorld, placement: BuiltPlacement) {
  const { stored, submit, decide, handUp, page } = ways(world, signalKind);
  const send = ({ content, ...more }: Sending = {}, day = '2026-03-02', actor: Actor = world.coach) =>
    submit(placement.id, { ...CONTENT, ...content }, world.at(actor, day), more);
  return {
    stored,
    handUp,
    page,
    send,
    /** As `send`, and gives the document's id; throws where it was refused. */
    sent: async (change: Sending = {}, day = '2026-03-02') => valueOf(await send(change, day)).documentId,
    conclude: (id: string, change: Verdict, actor: Actor = world.decider, day = '2026-03-10') =>
      decide(id, { verdict: 'approve', reason: '', ...change }, world.at(actor, day)),
  };
}
