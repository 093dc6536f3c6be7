import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HelpPage } from '#components/assistance/help-page.tsx';
import type { Search } from '../../../../../_choosing/door.ts';
import { CompareFrom } from '../../../../../_choosing/office.tsx';
import { type HelpParams, helping } from '../../helping.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('choice.compare');
  return { title: t('title') };
}

export default async function HelpComparePage(props: { params: HelpParams; searchParams: Search }) {
  const { door, helped } = await helping(props.params);
  return (
    <HelpPage helped={helped}>
      <CompareFrom door={door} choosingFor="switch" search={props.searchParams} />
    </HelpPage>
  );
}
