import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { DisputeView } from '#components/statement/answer/dispute-view.tsx';
import { ReviewerForm } from '#components/statement/answer/reviewer-form.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { disputeDone, disputeIdInput } from '#lib/schemas/statement-answer.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { closeDispute } from '#lib/server/statement/answer/close-dispute.ts';
import { replyDispute } from '#lib/server/statement/answer/reply-dispute.ts';
import { showDispute } from '#lib/server/statement/answer/show-dispute.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('statement-answer.view');
  return { title: t('metaTitle') };
}

type Props = {
  params: Promise<{ disputeId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

/** A reviewer's page of one dispute; payers read it. */
export default async function ReviewDisputePage({ params, searchParams }: Props) {
  const actor = await requireActor('reviewer', 'payer');
  const path = disputeIdInput.safeParse(await params);
  if (!path.success) notFound();
  const { dispute } = await load(showDispute, actor, path.data);
  const { attempt: attemptId, done } = await searchParams;
  const t = await getTranslations('statement-answer');
  const attempt =
    (await loadAttempt(actor, attemptId, closeDispute.name)) ??
    (await loadAttempt(actor, attemptId, replyDispute.name));
  const isReviewer = actor.role === 'reviewer';
  return (
    <PageBody>
      <DisputeView
        dispute={dispute}
        isProvider={false}
        done={disputeDone.parse(done)}
        attempt={attempt}
        reportHref={isReviewer && dispute.report !== null ? `/review/${dispute.report.id}` : null}
        breadcrumbs={
          <Breadcrumbs
            above={[{ href: '/review/disputes', words: t('queue.title') }]}
            here={t('view.crumb')}
          />
        }
      >
        {isReviewer && (
          <ReviewerForm
            dispute={dispute}
            back={`/review/disputes/${dispute.id}`}
            attempt={attempt}
            formKey={newId()}
          />
        )}
      </DisputeView>
    </PageBody>
  );
}
