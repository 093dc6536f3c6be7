import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OwnDecisionPage } from '#components/participant/document/decision-page.tsx';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';
import { showOwnDecision } from '#lib/server/participant/show-own-decision.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('own-documents');
  return { title: t('kind.decision') };
}

type Props = { params: Promise<{ decisionId: string }> };

export default async function OwnDecisionRoute({ params }: Props) {
  const actor = await requireActor('participant');
  const { decision } = await load(showOwnDecision, actor, await params);
  return <OwnDecisionPage decision={decision} />;
}
