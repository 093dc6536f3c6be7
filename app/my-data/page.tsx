import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OwnDataPage } from '#components/data-extract/own-data-page.tsx';
import { DATA_EXTRACT_ROLES } from '#lib/domain/data-protection/data-extract.ts';
import { dataExtractNotice } from '#lib/schemas/data-extract.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { askDataExtract } from '#lib/server/data-extract/ask-data-extract.ts';
import { listDataExtracts } from '#lib/server/data-extract/list-data-extracts.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('own-data');
  return { title: t('title') };
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

/** What is kept about whoever is logged in, to be taken home. */
export default async function MyDataPage({ searchParams }: Props) {
  const actor = await requireActor(...DATA_EXTRACT_ROLES);
  const search = await searchParams;
  const { extracts } = await load(listDataExtracts, actor, { participantId: null });
  return (
    <OwnDataPage
      extracts={extracts}
      notice={dataExtractNotice.parse(search['notice'])}
      attempt={await loadAttempt(actor, search['attempt'], askDataExtract.name)}
      formKey={newId()}
    />
  );
}
