import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { ReviewEvidencePart } from '#components/evidence/review-evidence-part.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { CaseKeys } from '#components/review/case-bar.tsx';
import type { VerifiedSuggestion } from '#components/outcome/outcome-decision-form.tsx';
import { ReviewedOutcomeView } from '#components/outcome/reviewed-outcome-view.tsx';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import type { EvidencePage } from '#lib/domain/evidence/evidence-page.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { judgeEvidence } from '#lib/server/evidence/judge-evidence.ts';
import { reviewEvidence } from '#lib/server/evidence/show-evidence.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { getStaffLocale } from '#lib/server/i18n/staff-locale.ts';
import { newId } from '#lib/server/ids.ts';
import { decideOnOutcome } from '#lib/server/outcome/decide-outcome.ts';
import { reviewOutcome } from '#lib/server/outcome/review-outcome.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { addDays } from '#lib/shared/plain-date.ts';
import { CasePart } from '../../_bench/case-part.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('outcome.review');
  return { title: t('pageTitle') };
}

type Props = {
  params: Promise<{ outcomeId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export default async function ReviewOutcomePage({ params, searchParams }: Props) {
  const actor = await requireActor('reviewer');
  const { outcomeId } = await params;
  if (!z.uuid().safeParse(outcomeId).success) notFound();
  const search = await searchParams;
  const page = await load(reviewOutcome, actor, { outcomeId });
  const evidence = await load(reviewEvidence, actor, { outcomeId });
  const judgeAttempt = await loadAttempt(actor, search['attempt'], judgeEvidence.name);
  const attempt = await loadAttempt(actor, search['attempt'], decideOnOutcome.name);
  return (
    <PageBody>
      <CasePart actor={actor} of={{ kind: 'outcome', id: outcomeId }} search={search} attempt={attempt} />
      <AttemptSummary attempt={judgeAttempt} />
      <ReviewedOutcomeView
        page={page}
        attempt={attempt}
        formKey={newId()}
        decided={search['done'] !== undefined}
        evidence={
          <ReviewEvidencePart
            page={evidence}
            attempt={judgeAttempt}
            formKey={newId()}
            judges={page.effects !== null && !page.ownSubmission}
            judged={search['judged'] !== undefined}
          />
        }
        suggestion={await suggestionOf(evidence)}
      />
      <CaseKeys />
    </PageBody>
  );
}

/** What the decision's day is filled in with, and why. */
async function suggestionOf({ accepted, offered }: EvidencePage): Promise<VerifiedSuggestion | null> {
  const t = await getTranslations('evidence.judge');
  const locale = await getStaffLocale();
  if (accepted.verifiedThrough !== null) {
    return { lastDay: addDays(accepted.verifiedThrough, -1), why: t('why') };
  }
  if (offered.verifiedThrough === null) return null;
  const day = formatDate(addDays(offered.verifiedThrough, -1), locale);
  return { lastDay: null, why: t('whyOffered', { day }) };
}
