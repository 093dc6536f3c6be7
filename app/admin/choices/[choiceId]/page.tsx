import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ReasoningView } from '#components/admin/reasoning-view.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireActor } from '#lib/server/auth/actor.ts';
import { showReasoning } from '#lib/server/choice/show-reasoning.ts';
import { load } from '#lib/server/http/page.ts';

type Props = { params: Promise<{ choiceId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('assignment.reasoning');
  return { title: t('title') };
}

export default async function ReasoningPage({ params }: Props) {
  const actor = await requireActor('caseworker', 'auditor');
  const { choiceId } = await params;
  const { reasoning } = await load(showReasoning, actor, { choiceId });
  const t = await getTranslations('assignment.reasoning');
  return (
    <PageBody>
      <PageHeading title={t('title')} lead={t('lead')} />
      <ReasoningView reasoning={reasoning} />
    </PageBody>
  );
}
