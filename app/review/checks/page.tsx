import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { ChecksView } from '#components/insight/checks-view.tsx';
import { monthsInput } from '#lib/schemas/insight.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';
import { checkPrecision } from '#lib/server/insight/check-precision.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review-insight.checks');
  return { title: t('title') };
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function ChecksPage({ searchParams }: Props) {
  const actor = await requireActor('reviewer', 'agreementAdmin', 'auditor');
  const asked = monthsInput.safeParse(await searchParams);
  const months = asked.success ? asked.data : monthsInput.parse({});
  return (
    <PageBody>
      <ChecksView page={await load(checkPrecision, actor, months)} />
    </PageBody>
  );
}
