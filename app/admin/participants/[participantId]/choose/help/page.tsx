import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HelpPage } from '#components/assistance/help-page.tsx';
import { HelpWith } from '../../../../../_choosing/choose-list.tsx';
import type { Search } from '../../../../../_choosing/door.ts';
import { type HelpParams, helping } from '../../helping.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('choice.help');
  return { title: t('title') };
}

export default async function HelpQuestionsPage(props: { params: HelpParams; searchParams: Search }) {
  const { door, helped } = await helping(props.params);
  return (
    <HelpPage helped={helped}>
      <HelpWith door={door} choosingFor="choose" search={props.searchParams} />
    </HelpPage>
  );
}
