import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { Refusal } from '#components/payment/refusal.tsx';
import { PresentationView } from '#components/choice/presentation/presentation-view.tsx';
import { officeInput, presentationDone } from '#lib/schemas/presentation.ts';
import type { PageSearch } from '#lib/server/administration/page-search.ts';
import {
  savePresentation,
  submitPresentation,
  withdrawPresentation,
} from '#lib/server/administration/presentation-commands.ts';
import { showPresentation } from '#lib/server/administration/presentation-queries.ts';
import { firstContent } from '#lib/server/administration/presentation-rows.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('administration.presentation');
  return { title: t('title') };
}

type Props = { params: Promise<{ officeId: string }>; searchParams: Promise<PageSearch> };

export default async function PresentationPage({ params, searchParams }: Props) {
  const actor = await requireActor('providerAdmin');
  const asked = officeInput.safeParse(await params);
  if (!asked.success) notFound();
  const { office, versions } = await load(showPresentation, actor, asked.data);
  const search = await searchParams;
  const typed = (command: string) => loadAttempt(actor, search['attempt'], command);
  const attempt = await typed(savePresentation.name);
  const other = (await typed(submitPresentation.name)) ?? (await typed(withdrawPresentation.name));
  return (
    <PageBody>
      <Refusal attempt={attempt ?? other} />
      <PresentationView
        office={office}
        versions={versions}
        first={firstContent(office)}
        done={presentationDone.parse(search['done'])}
        keys={{ save: newId(), submit: newId(), withdraw: newId() }}
        attempt={attempt}
      />
    </PageBody>
  );
}
