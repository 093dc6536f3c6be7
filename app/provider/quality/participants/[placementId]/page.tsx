import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { QualityPlacementView } from '#components/quality/quality-placement-view.tsx';
import { PROVIDER_ROLES } from '#lib/domain/actor/role.ts';
import { qualityPlacementInput } from '#lib/schemas/quality.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';
import { qualityPlacement } from '#lib/server/quality/quality-placement.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('quality');
  return { title: t('list.title') };
}

type Props = { params: Promise<{ placementId: string }> };

export default async function QualityPlacementPage({ params }: Props) {
  const actor = await requireActor(...PROVIDER_ROLES);
  const asked = qualityPlacementInput.safeParse(await params);
  if (!asked.success) notFound();
  const quality = await load(qualityPlacement, actor, asked.data);
  return (
    <PageBody>
      <QualityPlacementView quality={quality} />
    </PageBody>
  );
}
