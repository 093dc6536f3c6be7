import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { QualityOverviewView } from '#components/quality/quality-overview-view.tsx';
import { OwnSamplesSection } from '#components/sampling/own-samples-section.tsx';
import { PROVIDER_ROLES } from '#lib/domain/actor/role.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { holdsMandate } from '#lib/server/command/command.ts';
import { load } from '#lib/server/http/page.ts';
import { qualityOverview } from '#lib/server/quality/quality-overview.ts';
import { saveOpening } from '#lib/server/quality/save-opening.ts';
import { ownClosedCycles } from '#lib/server/sampling/own-closed-cycles.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('quality');
  return { title: t('title') };
}

export default async function QualityPage() {
  const actor = await requireActor(...PROVIDER_ROLES);
  const overview = await load(qualityOverview, actor, {});
  const samples = await load(ownClosedCycles, actor, {});
  return (
    <PageBody>
      <QualityOverviewView overview={overview} mayOpen={holdsMandate(actor, saveOpening.mandates)} />
      <OwnSamplesSection samples={samples} />
    </PageBody>
  );
}
