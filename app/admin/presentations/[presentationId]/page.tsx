import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { Refusal } from '#components/payment/refusal.tsx';
import { ReviewView } from '#components/choice/presentation/review-view.tsx';
import { presentationInput } from '#lib/schemas/presentation.ts';
import type { PageSearch } from '#lib/server/administration/page-search.ts';
import { decidePresentation } from '#lib/server/administration/presentation-commands.ts';
import { reviewPresentation } from '#lib/server/administration/presentation-queries.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('administration.presentation.queue');
  return { title: t('title') };
}

type Props = { params: Promise<{ presentationId: string }>; searchParams: Promise<PageSearch> };

export default async function ReviewPresentationPage({ params, searchParams }: Props) {
  const actor = await requireActor('agreementAdmin');
  const asked = presentationInput.safeParse(await params);
  if (!asked.success) notFound();
  const shown = await load(reviewPresentation, actor, asked.data);
  const attempt = await loadAttempt(actor, (await searchParams)['attempt'], decidePresentation.name);
  return (
    <PageBody>
      <Refusal attempt={attempt} />
      <ReviewView {...shown} formKey={newId()} attempt={attempt} />
    </PageBody>
  );
}
