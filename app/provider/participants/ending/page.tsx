import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EndingPeriodsView } from '#components/extension/ending-periods-view.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { PROVIDER_ROLES } from '#lib/domain/actor/role.ts';
import { EXTENSION_WINDOWS, extensionListInput } from '#lib/schemas/extension-list.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { extensionKind } from '#lib/server/extension/extension-kind.ts';
import { listEndingPeriods } from '#lib/server/extension/list-ending-periods.ts';
import { load } from '#lib/server/http/page.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('extension.list');
  return { title: t('title') };
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function ExtensionsPage({ searchParams }: Props) {
  const actor = await requireActor(...PROVIDER_ROLES);
  const asked = extensionListInput.parse(await searchParams);
  return (
    <PageBody>
      <EndingPeriodsView
        list={await load(listEndingPeriods, actor, asked)}
        windows={EXTENSION_WINDOWS}
        maySend={extensionKind.submitters.some((role) => role === actor.role)}
      />
    </PageBody>
  );
}
