import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HelpPage } from '#components/assistance/help-page.tsx';
import { LetterMark } from '#components/assistance/letter-mark.tsx';
import { LetterView } from '#components/assistance/letter-view.tsx';
import { PaperPage } from '#components/assistance/paper-page.tsx';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { markLetter } from '#lib/server/assistance/mark-letter.ts';
import { showLetter } from '#lib/server/assistance/show-letter.ts';
import { unmarkLetter } from '#lib/server/assistance/unmark-letter.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { parseLocale } from '#lib/shared/i18n/locale.ts';
import type { Search } from '../../../../../_choosing/door.ts';
import { supportPhone } from '../../../../../participant/support-phone.ts';

type Props = { params: Promise<{ participantId: string; assistanceId: string }>; searchParams: Search };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('assisted.done');
  return { title: t('letter') };
}

/** The letter that tells a participant what was done for them, in their language. */
export default async function LetterPage({ params, searchParams }: Props) {
  const actor = await requireActor('caseworker');
  const { participantId, assistanceId } = await params;
  const { language, attempt: id } = await searchParams;
  const [letter, attempt, t, phone] = await Promise.all([
    load(showLetter, actor, { participantId, assistanceId }),
    loadAttempt(actor, id, markLetter.name, unmarkLetter.name),
    getTranslations('assisted.letter'),
    supportPhone(),
  ]);
  const locale = parseLocale(language) ?? letter.helped.language;
  return (
    <HelpPage helped={letter.helped} plain>
      <AttemptSummary attempt={attempt} />
      <PaperPage
        title={t('title', { name: letter.helped.name })}
        lead={t('lead')}
        printWords={t('print')}
        backWords={t('back')}
        back={`/admin/participants/${participantId}`}
        locale={locale}
        actions={<LetterMark letter={letter} formKey={newId()} />}
      >
        <LetterView letter={letter} locale={locale} phone={phone} />
      </PaperPage>
    </HelpPage>
  );
}
