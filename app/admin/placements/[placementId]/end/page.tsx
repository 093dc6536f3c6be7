import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { PageBody } from '#components/frame/page-body.tsx';
import { EndView } from '#components/placement-decision/end-view.tsx';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { endPlacement } from '#lib/server/placement-decision/end-placement.ts';
import { prepareDecision } from '#lib/server/placement-decision/prepare-decision.ts';
import { takeBackEnd } from '#lib/server/placement-decision/take-back-end.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('interruption-request.desk');
  return { title: t('title') };
}

type Props = {
  params: Promise<{ placementId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export default async function EndPage({ params, searchParams }: Props) {
  const actor = await requireActor('caseworker');
  const { placementId } = await params;
  if (!z.uuid().safeParse(placementId).success) notFound();
  const { attempt } = await searchParams;
  return (
    <PageBody>
      <EndView
        given={await load(prepareDecision, actor, { placementId })}
        attempt={
          (await loadAttempt(actor, attempt, endPlacement.name)) ??
          (await loadAttempt(actor, attempt, takeBackEnd.name))
        }
        formKey={newId()}
      />
    </PageBody>
  );
}
