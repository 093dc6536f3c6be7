import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HelpPage } from '#components/assistance/help-page.tsx';
import { PaperPage } from '#components/assistance/paper-page.tsx';
import { PaperFormView } from '#components/paper-code/paper-form-view.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireActor } from '#lib/server/auth/actor.ts';
import { env } from '#lib/server/env.ts';
import { load } from '#lib/server/http/page.ts';
import { showPaperForm } from '#lib/server/paper-code/show-paper-form.ts';
import { parseLocale } from '#lib/shared/i18n/locale.ts';
import type { Search } from '../../../../_choosing/door.ts';
import { supportPhone } from '../../../../participant/support-phone.ts';
import type { HelpParams } from '../helping.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('assisted.code');
  return { title: t('title') };
}

/** The form of a choice on paper with its new code: shown once, to be printed. */
export default async function PaperFormPage(props: { params: HelpParams; searchParams: Search }) {
  const actor = await requireActor('caseworker');
  const { participantId } = await props.params;
  const { reveal, language } = await props.searchParams;
  const revealId = typeof reveal === 'string' ? reveal : '';
  const [{ helped, form }, t, phone] = await Promise.all([
    load(showPaperForm, actor, { participantId, revealId }),
    getTranslations('assisted.form'),
    supportPhone(),
  ]);
  const back = `/admin/participants/${participantId}`;
  return (
    <HelpPage helped={helped} plain>
      {form === null ? (
        <>
          <PageHeading title={t('gone')} />
          <EmptyState action={<LinkAction href={back}>{t('back')}</LinkAction>}>{t('goneText')}</EmptyState>
        </>
      ) : (
        <PaperPage
          title={t('title', { name: helped.name })}
          lead={t('once')}
          printWords={t('print')}
          backWords={t('back')}
          back={back}
        >
          <PaperFormView
            form={form}
            locale={parseLocale(language) ?? helped.language}
            portalUrl={env().PORTAL_URL}
            phone={phone}
          />
        </PaperPage>
      )}
    </HelpPage>
  );
}
