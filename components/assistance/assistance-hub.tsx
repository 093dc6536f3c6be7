import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CodeSection } from '#components/assistance/code-section.tsx';
import { GivenHelpTable } from '#components/assistance/given-help-table.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import type { GivenHelp, HandedOutCode, Helped } from '#lib/domain/assistance/helped.ts';
import type { OwnSituation } from '#lib/domain/participant/own-situation.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

export interface AssistanceHubProps {
  view: {
    readonly today: PlainDate;
    readonly helped: Helped;
    readonly situation: OwnSituation;
    readonly codes: readonly HandedOutCode[];
    readonly given: readonly GivenHelp[];
  };
  /** A code that could not be handed out. */
  attempt: KeptForm | null;
  /** Protecting who it is, or the way to those who are named. */
  protection: ReactNode;
  /** A code has just been ended. */
  revoked: boolean;
  formKey: string;
}

/** All that a caseworker can do for a participant who cannot choose or switch alone. */
export function AssistanceHub({ view, attempt, protection, revoked, formKey }: AssistanceHubProps) {
  const t = useTranslations('assisted');
  const words = useTranslations('protected-identity.protect');
  const data = useTranslations('data-protection.paper');
  const { today, helped, situation, codes, given } = view;
  const base = `/admin/participants/${helped.participantId}`;
  return (
    <>
      <PageHeading title={t('page.title', { name: helped.name })} lead={t('page.lead')} />
      {helped.isProtected && <Notice tone="warn">{t('page.protected')}</Notice>}
      {revoked && <Notice tone="ok">{t('code.revoked2')}</Notice>}
      <PageSection title={t('page.toChoose')}>
        <ToChoosePart base={base} situation={situation} today={today} />
      </PageSection>
      <PageSection title={t('page.provider')}>
        <ProviderPart base={base} situation={situation} />
      </PageSection>
      {!helped.isProtected && (
        <PageSection title={t('code.title')} note={t('code.note')}>
          <CodeSection
            helped={helped}
            codes={codes}
            canHandOut={situation.toChoose !== null && situation.toChoose.helpedUntil === null}
            attempt={attempt}
            formKey={formKey}
          />
        </PageSection>
      )}
      <PageSection title={words('title')} note={words('note')} offPaper>
        {protection}
      </PageSection>
      <p className="no-print mt-8">
        <LinkAction href={`${base}/data`}>{data('link')}</LinkAction>
      </p>
      <div id="done">
        <PageSection title={t('done.title')}>
          <GivenHelpTable base={base} given={given} />
        </PageSection>
      </div>
    </>
  );
}

type PartProps = { readonly base: string; readonly situation: OwnSituation };

function ToChoosePart({ base, situation: { toChoose }, today }: PartProps & { readonly today: PlainDate }) {
  const t = useTranslations('assisted.page');
  const locale = useStaffLocale();
  if (toChoose === null) return <p>{t('nothing')}</p>;
  if (toChoose.helpedUntil !== null)
    return <p>{t('overlap', { date: dateInWords(addDays(toChoose.helpedUntil, -1), locale) })}</p>;
  const passed = toChoose.chooseBy < today;
  return (
    <>
      <p className="mb-4">
        {t(passed ? 'passed' : 'chooseBy', { date: dateInWords(toChoose.chooseBy, locale, 'weekdayDate') })}
      </p>
      <LinkAction look="go" href={`${base}/choose`}>
        {t('choose')}
      </LinkAction>
    </>
  );
}

function ProviderPart({ base, situation: { placements } }: PartProps) {
  const t = useTranslations('assisted.page');
  const locale = useStaffLocale();
  if (placements.length === 0) return <p>{t('noPlacement')}</p>;
  return (
    <>
      <ul className="mb-4 grid gap-1">
        {placements.map(({ id, provider, to, end }) => (
          <li key={id}>
            {t('providerUntil', { provider, date: dateInWords(addDays(end ?? to, -1), locale) })}
          </li>
        ))}
      </ul>
      <LinkAction href={`${base}/switch`}>{t('switch')}</LinkAction>
    </>
  );
}
