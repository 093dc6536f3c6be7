import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { FromBeforeView } from '#components/final-report/from-before-view.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { requireActor } from '#lib/server/auth/actor.ts';
import { fromBefore } from '#lib/server/final-report/from-before.ts';
import { load } from '#lib/server/http/page.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('final-report.before');
  return { title: t('title') };
}

export default async function FromBeforePage({ params }: { params: Promise<{ placementId: string }> }) {
  const { placementId } = await params;
  if (!z.uuid().safeParse(placementId).success) notFound();
  const actor = await requireActor('coach', 'intake');
  return (
    <PageBody>
      <FromBeforeView before={await load(fromBefore, actor, { placementId })} />
    </PageBody>
  );
}
