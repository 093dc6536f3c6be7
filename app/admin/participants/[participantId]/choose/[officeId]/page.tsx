import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HelpPage } from '#components/assistance/help-page.tsx';
import { OfficeFrom } from '../../../../../_choosing/office.tsx';
import { helping } from '../../helping.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('choice.choose');
  return { title: t('title') };
}

type Props = { params: Promise<{ participantId: string; officeId: string }> };

export default async function HelpOfficePage({ params }: Props) {
  const { door, helped } = await helping(params);
  const { officeId } = await params;
  return (
    <HelpPage helped={helped}>
      <OfficeFrom door={door} choosingFor="choose" officeId={officeId} />
    </HelpPage>
  );
}
