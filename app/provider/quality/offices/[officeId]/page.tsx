import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { OpeningFormView } from '#components/quality/opening-form-view.tsx';
import { officeOpeningInput } from '#lib/schemas/quality.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { saveOpening } from '#lib/server/quality/save-opening.ts';
import { showOpening } from '#lib/server/quality/show-opening.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('quality');
  return { title: t('opening.title') };
}

type Props = {
  params: Promise<{ officeId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export default async function OpeningPage({ params, searchParams }: Props) {
  const actor = await requireActor('providerAdmin');
  const asked = officeOpeningInput.safeParse(await params);
  if (!asked.success) notFound();
  const search = await searchParams;
  const { opening, terms } = await load(showOpening, actor, asked.data);
  return (
    <PageBody>
      <OpeningFormView
        opening={opening}
        terms={terms}
        formKey={newId()}
        attempt={await loadAttempt(actor, search['attempt'], saveOpening.name)}
        saved={search['saved'] !== undefined}
      />
    </PageBody>
  );
}
