import type { NationalActors } from '#bench/lib/national-actors.ts';
import type { PersonActor } from '#lib/domain/actor/actor.ts';
import { intakeListInput } from '#lib/schemas/intake.ts';
import { monthsInput, providerFiguresInput } from '#lib/schemas/insight.ts';
import { participantListInput } from '#lib/schemas/participant-list.ts';
import { qualityListInput } from '#lib/schemas/quality.ts';
import { monthGridInput } from '#lib/schemas/report.ts';
import { reviewQueueInput } from '#lib/schemas/review-bench.ts';
import { choiceFilterQuery } from '#lib/schemas/choice.ts';
import { listOwnActivities } from '#lib/server/activity-answer/list-own-activities.ts';
import { listChoice } from '#lib/server/choice/list-choice.ts';
import { ask, defineQuery, type Query } from '#lib/server/command/query.ts';
import type { Database } from '#lib/server/db/client.ts';
import { checkPrecision } from '#lib/server/insight/check-precision.ts';
import { listProviders } from '#lib/server/insight/provider-list.ts';
import { showProvider } from '#lib/server/insight/provider-page.ts';
import { intakeList } from '#lib/server/intake/intake-list.ts';
import { listMonths } from '#lib/server/month/list-months.ts';
import { loadMonths } from '#lib/server/month/load-months.ts';
import { monthGrid } from '#lib/server/month/month-grid.ts';
import { listOwnReports } from '#lib/server/participant/list-own-reports.ts';
import { showHome } from '#lib/server/participant/show-home.ts';
import { statementPayments } from '#lib/server/payment/statement-payments.ts';
import { participantList } from '#lib/server/placement/participant-list.ts';
import { qualityList } from '#lib/server/quality/quality-list.ts';
import { qualityOverview } from '#lib/server/quality/quality-overview.ts';
import { reviewQueue } from '#lib/server/review/review-queue.ts';
import { previewTogether } from '#lib/server/review/bench/preview-together.ts';
import { caseAt } from '#lib/server/review/bench/queue-place.ts';
import { providerStatements } from '#lib/server/statement/provider-statements.ts';
import { todoList } from '#lib/server/todo/todo-list.ts';
import { type Month, monthOf, previousMonth } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** A page, and its reading of the database as the person who sees the most on it. */
export type NationalPage = {
  readonly page: string;
  readonly read: (database: Database, now: Date) => Promise<void>;
};

function page<Input, Output>(
  address: string,
  actor: PersonActor,
  query: Query<Input, Output>,
  input: Input,
): NationalPage {
  return {
    page: address,
    async read(database, now) {
      const answer = await ask(query, input, { database, actor, now });
      if (!answer.ok) throw new Error(`${address} was refused: ${answer.error.code}`);
    },
  };
}

/** The month of all participants as it is loaded first, whatever a process remembers of it. */
const firstMonth = defineQuery({
  name: 'bench.firstMonth',
  mandates: ['signatory'],
  purpose: 'Mätning',
  run: async (tx, { month }: { readonly month: Month }, { actor, today }) =>
    await loadMonths(tx, { actor, month }, today),
  reads: () => null,
});

/** One row by its key, as whoever sees the most: what asking costs at least. */
export function bareLookup(participantId: string, actor: PersonActor): NationalPage {
  const query = defineQuery({
    name: 'bench.lookup',
    mandates: ['reviewer'],
    purpose: 'Mätning',
    run: async (tx) => await tx.$queryRaw`SELECT id::text FROM participant WHERE id = ${participantId}::uuid`,
    reads: () => null,
  });
  return page('one row by its key', actor, query, {});
}

/** The pages that are heaviest where the whole country stands in one database. */
export function nationalPages(actors: NationalActors, today: PlainDate): readonly NationalPage[] {
  return [...reviewPages(actors), ...providerPages(actors, today), ...participantPages(actors)];
}

function reviewPages({ reviewer, signatory }: NationalActors): readonly NationalPage[] {
  const queue = (search: string): NationalPage => {
    const filter = reviewQueueInput.parse(Object.fromEntries(new URLSearchParams(search)));
    return page(search === '' ? '/review' : `/review?${search}`, reviewer, reviewQueue, filter);
  };
  const whole = reviewQueueInput.parse({});
  return [
    ...[
      '',
      'show=sample',
      'show=holds',
      'show=mine',
      'show=free',
      'show=overdue',
      'kind=periodicReport',
      'kind=outcome',
      'due=week',
      'sort=risk',
      'sort=provider',
      'q=Sagodal',
      'page=10',
      'area=all&show=sample&sort=amount',
    ].map(queue),
    page('/review?provider=[providerId]', reviewer, reviewQueue, {
      ...whole,
      provider: signatory.providerId,
    }),
    page('/review/next', reviewer, caseAt, { filter: whole, at: 20 }),
    page('/review/together?all', reviewer, previewTogether, { filter: whole }),
    page('/review/providers', reviewer, listProviders, providerFiguresInput.parse({})),
    page(
      '/review/providers?sort=holds',
      reviewer,
      listProviders,
      providerFiguresInput.parse({ sort: 'holds' }),
    ),
    page('/review/providers/[providerId]', reviewer, showProvider, {
      ...monthsInput.parse({}),
      providerId: signatory.providerId,
    }),
    page('/review/checks', reviewer, checkPrecision, monthsInput.parse({})),
  ];
}

function providerPages(
  { signatory, intake, providerAdmin, coach }: NationalActors,
  today: PlainDate,
): readonly NationalPage[] {
  const month = previousMonth(monthOf(today));
  const list = participantListInput.parse({});
  return [
    page('/provider/quality', providerAdmin, qualityOverview, {}),
    page('/provider/quality/participants', providerAdmin, qualityList, qualityListInput.parse({})),
    page('/provider/months', signatory, listMonths, {}),
    page('/provider/months/[month], first', signatory, firstMonth, { month }),
    page('/provider/months/[month], going on, first', signatory, firstMonth, { month: monthOf(today) }),
    page('/provider/months/[month]', signatory, monthGrid, monthGridInput.parse({ month })),
    page('/provider (signatory)', signatory, todoList, { mine: false }),
    page('/provider (coach)', coach, todoList, { mine: true }),
    page('/provider (intake)', intake, todoList, { mine: false }),
    page('/provider/intake', intake, intakeList, { ...intakeListInput.parse({}), done: null }),
    page('/provider/participants', intake, participantList, list),
    page('/provider/participants?q=Sagodal', intake, participantList, { ...list, q: 'Sagodal' }),
    page('/provider/participants?show=mine', coach, participantList, { ...list, show: 'mine' }),
    page('/provider/statements', signatory, providerStatements, { page: 1 }),
    page('/provider/statements, payments', signatory, statementPayments, { statementIds: [] }),
  ];
}

function participantPages({ participant, choosing }: NationalActors): readonly NationalPage[] {
  return [
    page('/participant', participant, showHome, {}),
    page('/participant/reports', participant, listOwnReports, { page: 1 }),
    page('/participant/reports, activities', participant, listOwnActivities, { page: 1 }),
    page('/participant/switch', participant, listChoice, {
      ...choiceFilterQuery.parse({}),
      choosingFor: 'switch',
    }),
    ...(choosing === null
      ? []
      : [
          page('/participant/choose', choosing, listChoice, {
            ...choiceFilterQuery.parse({}),
            choosingFor: 'choose',
          }),
        ]),
  ];
}
