import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { OwnCovers } from '#components/intake/own-covers.tsx';
import { TodoView } from '#components/todo/todo-view.tsx';
import { reportsMonths } from '#lib/domain/actor/reports-months.ts';
import { PROVIDER_ROLES } from '#lib/domain/actor/role.ts';
import { seesMoney } from '#lib/domain/actor/sees-money.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { today } from '#lib/server/clock.ts';
import { holdsMandate } from '#lib/server/command/command.ts';
import { load } from '#lib/server/http/page.ts';
import { ownCovers } from '#lib/server/intake/own-covers.ts';
import { assignCoach } from '#lib/server/placement/assign-coach.ts';
import { attestReports } from '#lib/server/report/attest-reports.ts';
import { todoList } from '#lib/server/todo/todo-list.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('todo');
  return { title: t('title') };
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

/** A coach sees the own participants first, everybody else the whole office. */
export default async function TodoPage({ searchParams }: Props) {
  const actor = await requireActor(...PROVIDER_ROLES);
  const { view } = await searchParams;
  const mine =
    reportsMonths(actor.role) && (view === 'mine' || (actor.role === 'coach' && view !== 'office'));
  const todo = await load(todoList, actor, { mine });
  const covers = actor.role === 'coach' ? await load(ownCovers, actor, {}) : [];
  return (
    <PageBody>
      <TodoView
        above={<OwnCovers covers={covers} personId={actor.personId} today={today()} />}
        todo={todo}
        today={today()}
        mine={mine}
        may={{
          switchView: reportsMonths(actor.role),
          assign: holdsMandate(actor, assignCoach.mandates),
          attest: holdsMandate(actor, attestReports.mandates),
          seeMoney: seesMoney(actor.role),
        }}
      />
    </PageBody>
  );
}
