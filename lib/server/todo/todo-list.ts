import { seesMoney } from '#lib/domain/actor/sees-money.ts';
import type { Todo, TodoItem } from '#lib/domain/todo/todo.ts';
import { holdsMandate } from '#lib/server/command/command.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { saveMonthDraft } from '#lib/server/month/save-month-draft.ts';
import { reportOutcome } from '#lib/server/outcome/report-outcome.ts';
import { assignCoach } from '#lib/server/placement/assign-coach.ts';
import { createPlan } from '#lib/server/plan/create-plan.ts';
import { acceptStatement } from '#lib/server/statement/answer/accept-statement.ts';
import { replyDispute } from '#lib/server/statement/answer/reply-dispute.ts';
import { countMissingCoaches, findNewcomers, listMissingPlans } from '#lib/server/todo/people-to-do.ts';
import { listMissingExtensions } from '#lib/server/extension/missing-extensions.ts';
import { listReturnedDocuments } from '#lib/server/todo/documents-to-do.ts';
import { listLeftCoaches } from '#lib/server/todo/coaches-to-do.ts';
import { listClosingWindows, listOutcomesToDo } from '#lib/server/todo/outcomes-to-do.ts';
import { listPlansToRedo, listUnreadComments } from '#lib/server/todo/plans-to-do.ts';
import { listAnsweredDisputes, listUnanswered } from '#lib/server/todo/statements-to-do.ts';
import { findStatementNews } from '#lib/server/todo/statement-news.ts';
import { listMissingFinalReports } from '#lib/server/todo/final-reports-to-do.ts';
import type { TodoScope } from '#lib/server/todo/todo-scope.ts';
import { listProposedRejections, listReturned, listUnsentMonths } from '#lib/server/todo/months-to-do.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';

/** What a provider's people have to do: each role its own part, of the whole office or of the own participants. */
export const todoList = defineQuery<{ readonly mine: boolean }, Todo>({
  name: 'todo.list',
  mandates: ['coach', 'intake', 'reporter', 'signatory', 'providerAdmin'],
  purpose: 'Stöd till deltagare hos leverantören',
  run: async (tx, { mine }, { actor, today, now }) => {
    if (actor.kind !== 'person' || actor.providerId === null) return null;
    const { role, personId, providerId } = actor;
    const scope: TodoScope = {
      actor,
      coachPersonId: mine ? personId : null,
      today,
      terms: await termsInForce(tx, today),
    };
    const items: TodoItem[] = [];
    if (holdsMandate(actor, assignCoach.mandates)) {
      items.push(...(await countMissingCoaches(tx, scope)), ...(await listLeftCoaches(tx, scope)));
    }
    if (holdsMandate(actor, createPlan.mandates)) {
      items.push(...(await listMissingPlans(tx, scope)), ...(await listPlansToRedo(tx, scope)));
      items.push(...(await listUnreadComments(tx, scope)));
      items.push(...(await listMissingExtensions(tx, scope)));
      items.push(...(await listReturnedDocuments(tx, scope)), ...(await listMissingFinalReports(tx, scope)));
    }
    if (holdsMandate(actor, saveMonthDraft.mandates)) {
      items.push(...(await listReturned(tx, scope)), ...(await listUnsentMonths(tx, scope)));
      items.push(...(await listProposedRejections(tx, scope)));
    }
    if (holdsMandate(actor, reportOutcome.mandates)) {
      items.push(...(await listOutcomesToDo(tx, scope)), ...(await listClosingWindows(tx, scope)));
    }
    if (holdsMandate(actor, replyDispute.mandates))
      items.push(...(await listAnsweredDisputes(tx, providerId)));
    if (holdsMandate(actor, acceptStatement.mandates))
      items.push(...(await listUnanswered(tx, providerId, today)));
    const { newcomers, count } = await findNewcomers(tx, scope);
    const statement = seesMoney(role) ? await findStatementNews(tx, providerId, now) : null;
    return { items, newcomers, newcomerCount: count, statement };
  },
  reads: ({ items, newcomers }) => ({
    type: 'todo',
    id: null,
    participantIds: [
      ...new Set([
        ...newcomers.map(({ participantId }) => participantId),
        ...items.flatMap((item) => ('participantId' in item ? [item.participantId] : [])),
      ]),
    ],
  }),
});
