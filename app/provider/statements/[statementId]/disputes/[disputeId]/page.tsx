import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { DisputeView } from '#components/statement/answer/dispute-view.tsx';
import { ProviderForms } from '#components/statement/answer/provider-forms.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { reportsMonths } from '#lib/domain/actor/reports-months.ts';
import { disputeDone, disputeIdInput } from '#lib/schemas/statement-answer.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { holdsMandate } from '#lib/server/command/command.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { replyDispute } from '#lib/server/statement/answer/reply-dispute.ts';
import { showDispute } from '#lib/server/statement/answer/show-dispute.ts';
import { withdrawDispute } from '#lib/server/statement/answer/withdraw-dispute.ts';
import { formatDate } from '#lib/shared/format-date.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('statement-answer.view');
  return { title: t('metaTitle') };
}

type Props = {
  params: Promise<{ statementId: string; disputeId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export default async function ProviderDisputePage({ params, searchParams }: Props) {
  const actor = await requireActor('signatory', 'reporter', 'providerAdmin');
  const { statementId, ...rest } = await params;
  const path = disputeIdInput.safeParse(rest);
  if (!path.success) notFound();
  const { dispute } = await load(showDispute, actor, path.data);
  if (dispute.statementId !== statementId) notFound();
  const { attempt: attemptId, done } = await searchParams;
  const base = `/provider/statements/${statementId}`;
  const t = await getTranslations('statement');
  const tAnswer = await getTranslations('statement-answer.view');
  const attempt =
    (await loadAttempt(actor, attemptId, replyDispute.name)) ??
    (await loadAttempt(actor, attemptId, withdrawDispute.name));
  const opensReport = dispute.month !== null && dispute.isSeen && reportsMonths(actor.role);
  return (
    <PageBody>
      <DisputeView
        dispute={dispute}
        isProvider
        done={disputeDone.parse(done)}
        attempt={attempt}
        reportHref={opensReport ? `/provider/months/${dispute.month}/${dispute.placementId}` : null}
        breadcrumbs={
          <Breadcrumbs
            above={[
              { href: '/provider/statements', words: t('list.title') },
              { href: base, words: t('view.title', { date: formatDate(dispute.cutOff, await getLocale()) }) },
            ]}
            here={tAnswer('crumb')}
          />
        }
      >
        <ProviderForms
          dispute={dispute}
          back={`${base}/disputes/${dispute.id}`}
          may={{
            reply: holdsMandate(actor, replyDispute.mandates),
            withdraw: holdsMandate(actor, withdrawDispute.mandates),
          }}
          attempt={attempt}
          formKey={newId()}
        />
      </DisputeView>
    </PageBody>
  );
}
