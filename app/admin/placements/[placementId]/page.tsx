import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { PlacementView } from '#components/admin/placement-view.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { showPlacement } from '#lib/server/admin/show-placement.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { today } from '#lib/server/clock.ts';
import { load } from '#lib/server/http/page.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.placement');
  return { title: t('title') };
}

type Props = { params: Promise<{ placementId: string }> };

export default async function PlacementPage({ params }: Props) {
  const actor = await requireActor('caseworker');
  const { placementId } = await params;
  if (!z.uuid().safeParse(placementId).success) notFound();
  const placement = await load(showPlacement, actor, { placementId });
  return (
    <PageBody>
      <PlacementView placement={placement} today={today()} />
    </PageBody>
  );
}
