import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireCode } from '#lib/server/paper-code/code-request.ts';
import { HelpWith } from '../../../../_choosing/choose-list.tsx';
import type { Search } from '../../../../_choosing/door.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('choice.help');
  return { title: t('title') };
}

export default async function CodeHelpPage({ searchParams }: { searchParams: Search }) {
  return (
    <HelpWith
      door={{ actor: await requireCode(), base: '/code' }}
      choosingFor="choose"
      search={searchParams}
    />
  );
}
