import { payDayOf } from '#lib/domain/statement/pay-day.ts';
import terms from '#lib/domain/terms/terms-example-1.json' with { type: 'json' };
import { FIRMS, type FirmKey } from '#prisma/seed/demo/firms.ts';
import {
  accept,
  askForAccount,
  authoriseAll,
  confirmAccount,
  confirmPaid,
  disputeUnpaidMonth,
  letSilenceAccept,
} from '#prisma/seed/demo/stage/money.ts';
import { decideStoryOutcome, registerStoryOutcome } from '#prisma/seed/demo/stage/outcomes.ts';
import { runStatement } from '#prisma/seed/demo/stage/run-statement.ts';
import type { Part, Play, Scene } from '#prisma/seed/demo/stage/scene.ts';
import { firstDay } from '#lib/shared/month.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

/** Outcomes as the story tells them: written down, and decided. */
export function outcomeScenes({ stage }: Play, parts: readonly Part[]): readonly Scene[] {
  return parts.flatMap(({ stay: { outcome }, placementId }): readonly Scene[] => {
    if (outcome === null) return [];
    const { registeredOn, decided } = outcome;
    const registered: Scene = {
      on: registeredOn,
      hour: 10,
      play: (at) => registerStoryOutcome(stage, placementId, outcome, at),
    };
    if (decided === null) return [registered];
    return [
      registered,
      { on: decided.on, hour: 11, play: (at) => decideStoryOutcome(stage, placementId, decided, at) },
    ];
  });
}

/** All firms but the last have a confirmed account from the start; the last has just asked for one. */
export function accountScenes({ stage, calendar, firms }: Play): readonly Scene[] {
  return FIRMS.flatMap(({ key: firm }): readonly Scene[] => {
    const providerId = firms.providerIds.get(firm) ?? '';
    const isNew = firm === 'nastaKliv';
    const asked: Scene = {
      on: isNew ? calendar.workdaysAgo(2) : calendar.workday(4, 3),
      hour: 9,
      play: (at) => askForAccount(stage, firm, providerId, at),
    };
    if (isNew) return [asked];
    const confirmed: Scene = {
      on: calendar.workday(4, 5),
      hour: 10,
      play: (at) => confirmAccount(stage, providerId, at),
    };
    return [asked, confirmed];
  });
}

const DISPUTE =
  'Vi har svarat på frågorna om minuterna med praktiskt stöd men inte fått något besked. Deltagaren var hos oss hela månaden, och vi anser att den ska betalas.';

/**
 * Two runs: what was approved by the end of the last month but one, answered, authorised and paid; and what was approved by the
 * end of last month, just proposed: one firm has accepted, one disputes a month, the others have not answered.
 */
export function statementScenes(given: Play, parts: readonly Part[]): readonly Scene[] {
  const { stage, calendar, firms, workerUrl } = given;
  const providerOf = (firm: FirmKey) => firms.providerIds.get(firm) ?? '';
  const [earlier, later] = [2, 1].map((ago) => addDays(firstDay(calendar.month(ago - 1)), -1));
  if (earlier === undefined || later === undefined) return [];
  const paid = payDayOf(calendar.month(1), terms);
  const proposedOn = latest(later, calendar.workdaysAgo(4));
  const disputed = parts.find(({ participant }) => participant.name === 'Rikard Wallin');
  const scenes: Scene[] = [
    { on: earlier, hour: 15, play: (at) => runStatement(stage, workerUrl, earlier, at) },
    {
      on: calendar.workday(1, 5),
      hour: 10,
      play: (at) => accept(stage, 'tallmo', providerOf('tallmo'), at),
    },
    { on: calendar.workday(1, 18), hour: 7, play: (at) => letSilenceAccept(workerUrl, at) },
    { on: calendar.workday(1, 20), hour: 13, play: (at) => authoriseAll(stage, paid, at) },
    { on: paid, hour: 14, play: (at) => confirmPaid(stage, paid, at) },
    { on: proposedOn, hour: 15, play: (at) => runStatement(stage, workerUrl, later, at) },
  ];
  const answers: Scene[] = [
    {
      on: calendar.workdaysAgo(1),
      hour: 15,
      play: (at) => accept(stage, 'malarsteg', providerOf('malarsteg'), at),
    },
  ];
  if (disputed !== undefined) {
    const { placementId } = disputed;
    const about = { providerId: providerOf('bjorkangen'), placementId, text: DISPUTE };
    answers.push({
      on: calendar.workdaysAgo(1),
      hour: 15,
      play: (at) => disputeUnpaidMonth(stage, 'bjorkangen', about, at),
    });
  }
  // On the first days of a month there is nothing to answer yet.
  return [...scenes, ...answers.filter(({ on }) => on > proposedOn)];
}

function latest(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b;
}
