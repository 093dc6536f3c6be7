import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { SecretView } from '#components/systems/secret-view.tsx';
import { revealIdInput } from '#lib/schemas/api-client.ts';
import { revealSecret } from '#lib/server/api-client/reveal-secret.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('systems');
  return { title: t('secret.title') };
}

type Props = { params: Promise<{ revealId: string }> };

/** Looking takes the secret away. The page is kept nowhere (as all pages), and shows nothing the next time. */
export default async function SecretPage({ params }: Props) {
  const actor = await requireActor('providerAdmin');
  const asked = revealIdInput.safeParse(await params);
  if (!asked.success) notFound();
  const { revealed } = await load(revealSecret, actor, asked.data);
  return (
    <PageBody>
      <SecretView revealed={revealed} />
    </PageBody>
  );
}
