import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { HandOverView } from '#components/intake/hand-over-view.tsx';
import { handOverPreviewInput } from '#lib/schemas/intake.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { handOver } from '#lib/server/intake/hand-over.ts';
import { handOverPage } from '#lib/server/intake/hand-over-page.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('intake.handOver');
  return { title: t('title') };
}

type Props = {
  params: Promise<{ coachPersonId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export default async function HandOverCoachPage({ params, searchParams }: Props) {
  const actor = await requireActor('intake', 'providerAdmin');
  const search = await searchParams;
  const asked = handOverPreviewInput.safeParse({ ...search, ...(await params) });
  if (!asked.success) notFound();
  return (
    <PageBody>
      <HandOverView
        page={await load(handOverPage, actor, asked.data)}
        asked={asked.data}
        isAsked={search['preview'] !== undefined}
        formKey={newId()}
        attempt={await loadAttempt(actor, search['attempt'], handOver.name)}
      />
    </PageBody>
  );
}
