import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireCode } from '#lib/server/paper-code/code-request.ts';
import { OfficeFrom } from '../../../../_choosing/office.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('choice.choose');
  return { title: t('title') };
}

export default async function CodeOfficePage({ params }: { params: Promise<{ officeId: string }> }) {
  const { officeId } = await params;
  const door = { actor: await requireCode(), base: '/code' };
  return <OfficeFrom door={door} choosingFor="choose" officeId={officeId} />;
}
