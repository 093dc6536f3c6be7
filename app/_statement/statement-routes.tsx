import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { AnswerPanel } from '#components/statement/answer/answer-panel.tsx';
import { ChangesPage } from '#components/statement/changes-page.tsx';
import { StatementPage } from '#components/statement/statement-page.tsx';
import { WaitingPage } from '#components/statement/waiting-page.tsx';
import type { PersonActor } from '#lib/domain/actor/actor.ts';
import { answersStatements, moveStatement } from '#lib/domain/statement/answer-statement.ts';
import type { StatementView } from '#lib/domain/statement/statement-view.ts';
import { pageQuery, statementIdInput, statementQuery } from '#lib/schemas/statement.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { today } from '#lib/server/clock.ts';
import { load } from '#lib/server/http/page.ts';
import { readAnswer } from '#lib/server/statement/answer/read-answer.ts';
import { readChanges } from '#lib/server/statement/read-changes.ts';
import { readStatement } from '#lib/server/statement/read-statement.ts';
import { readWaiting } from '#lib/server/statement/read-waiting.ts';
import { ClaimPart, statePart } from './payment-part.tsx';
import { StatementCrumbs } from './statement-crumbs.tsx';
import { readerOf, type StatementPlace } from './statement-place.ts';

export type StatementRouteProps = {
  params: Promise<{ statementId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

type Props = StatementRouteProps & { readonly place: StatementPlace };

async function statementIdOf({ params }: Props): Promise<string> {
  const path = statementIdInput.safeParse(await params);
  return path.success ? path.data.statementId : notFound();
}

export async function statementMetadata(): Promise<Metadata> {
  const t = await getTranslations('statement.list');
  return { title: t('statement') };
}

export async function changesMetadata(): Promise<Metadata> {
  const t = await getTranslations('statement.changes');
  return { title: t('title') };
}

export async function waitingMetadata(): Promise<Metadata> {
  const t = await getTranslations('statement.waiting');
  return { title: t('title') };
}

/** The provider's answer, as far as the reader takes part in it; nothing before the statement is proposed. */
async function answerOf(place: StatementPlace, actor: PersonActor, { id, status }: StatementView) {
  if (status === 'open') return { panel: null, disputesAt: undefined };
  const { answer } = await load(readAnswer, actor, { statementId: id });
  const base = `${place.root}/${id}`;
  const answers = answersStatements(actor.role);
  const openDisputes = answer.disputes.filter(({ closedAt }) => closedAt === null).length;
  const mayDispute = answers && moveStatement({ ...answer, openDisputes }, 'dispute', today()).ok;
  const disputes = place.isProvider ? `${base}/disputes` : '/review/disputes';
  return {
    panel: (
      <AnswerPanel
        answer={answer}
        reader={{ isProvider: place.isProvider, answers, base, disputes }}
        today={today()}
      />
    ),
    disputesAt: mayDispute ? `${disputes}/new` : undefined,
  };
}

/** A statement, for whoever reads it: the provider's page and the payer's are this one. */
export async function StatementRoute(props: Props) {
  const { place } = props;
  const actor = await requireActor(...place.roles);
  const statementId = await statementIdOf(props);
  const query = statementQuery.parse(await props.searchParams);
  const { view } = await load(readStatement, actor, { statementId, ...query });
  const { panel, disputesAt } = await answerOf(place, actor, view);
  return (
    <PageBody>
      <StatementPage
        view={view}
        query={query}
        reader={{ ...readerOf(place, actor.role, statementId), disputesAt }}
        breadcrumbs={<StatementCrumbs place={place} statement={view} />}
        state={await statePart({ actor, statementId })}
        answer={
          <>
            {place.isProvider && <ClaimPart actor={actor} statementId={statementId} />}
            {panel}
          </>
        }
      />
    </PageBody>
  );
}

/** What has changed since the statement before. */
export async function ChangesRoute(props: Props) {
  const { place } = props;
  const actor = await requireActor(...place.roles);
  const statementId = await statementIdOf(props);
  const { page } = pageQuery.parse(await props.searchParams);
  const { statement, changes } = await load(readChanges, actor, { statementId, page });
  const t = await getTranslations('statement.changes');
  return (
    <PageBody>
      <ChangesPage
        statement={statement}
        changes={changes}
        reader={readerOf(place, actor.role, statementId)}
        breadcrumbs={<StatementCrumbs place={place} statement={statement} below={t('title')} />}
      />
    </PageBody>
  );
}

/** What is on its way. */
export async function WaitingRoute(props: Props) {
  const { place } = props;
  const actor = await requireActor(...place.roles);
  const statementId = await statementIdOf(props);
  const { page } = pageQuery.parse(await props.searchParams);
  const { statement, pending } = await load(readWaiting, actor, { statementId, page });
  const t = await getTranslations('statement.waiting');
  return (
    <PageBody>
      <WaitingPage
        statement={statement}
        pending={pending}
        reader={readerOf(place, actor.role, statementId)}
        breadcrumbs={<StatementCrumbs place={place} statement={statement} below={t('title')} />}
      />
    </PageBody>
  );
}
