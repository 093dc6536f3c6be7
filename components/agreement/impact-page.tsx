import { useLocale, useTranslations } from 'next-intl';
import { FormHead } from '#components/agreement/form-head.tsx';
import { ImpactMeter } from '#components/agreement/impact-meter.tsx';
import { ImpactResult, type ImpactResultProps } from '#components/agreement/impact-result.tsx';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import type { ImpactView } from '#lib/domain/agreement/impact-view.ts';
import { IMPACT_HOLDS_DAYS } from '#lib/domain/agreement/version-draft.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

const REFRESH_SECONDS = 5;

interface ImpactPageProps {
  id: string;
  name: string;
  replaces: { id: string; name: string } | null;
  impact: ImpactView | null;
  providers: ImpactResultProps['providers'];
  /** Whether it can be calculated now: the draft is alive and the reader may. */
  mayCalculate: boolean;
  attempt: KeptForm | null;
  formKey: string;
}

/** What a draft would change for the present placements: how far the calculation has come, then what it told. */
export function ImpactPage(props: ImpactPageProps) {
  const { id, name, replaces, impact, providers, attempt } = props;
  const t = useTranslations('agreement');
  const address = `/admin/agreements/drafts/${id}`;
  const isRunning = impact?.state === 'queued' || impact?.state === 'running';
  return (
    <>
      <AttemptSummary attempt={attempt} />
      <Breadcrumbs
        above={[
          { href: '/admin/agreements', words: t('list.title') },
          { href: address, words: name === '' ? t('list.unnamed') : name },
        ]}
        here={t('impact.title')}
      />
      <PageHeading
        title={t('impact.title')}
        lead={replaces === null ? t('impact.nothing') : t('impact.lead', { name: replaces.name })}
      />
      {replaces !== null && impact === null && (
        <EmptyState action={<Calculate {...props} address={address} />}>{t('impact.none')}</EmptyState>
      )}
      {impact !== null && isRunning && (
        <>
          {/* Without JavaScript the page comes again by itself; with it the meter below asks. */}
          <noscript>
            <meta httpEquiv="refresh" content={String(REFRESH_SECONDS)} />
          </noscript>
          <ImpactMeter draftId={id} progress={impact} />
        </>
      )}
      {impact !== null && !isRunning && <Standing {...props} impact={impact} address={address} />}
      {impact?.result != null && (
        <ImpactResult address={address} result={impact.result} providers={providers} />
      )}
    </>
  );
}

function Calculate({ address, impact, mayCalculate, formKey }: ImpactPageProps & { address: string }) {
  const t = useTranslations('agreement.impact');
  if (!mayCalculate) return null;
  return (
    <form method="post" action={`/api${address}/impact`} className="no-print">
      <FormHead formKey={formKey} back={`${address}/impact`} />
      <Button look={impact?.isPresent === true ? 'line' : 'go'}>
        {t(impact === null ? 'calculate' : 'again')}
      </Button>
    </form>
  );
}

function Standing(props: ImpactPageProps & { impact: ImpactView; address: string }) {
  const { impact } = props;
  const t = useTranslations('agreement.impact');
  const locale = useLocale();
  const again = <Calculate {...props} />;
  if (impact.state === 'failed') {
    return (
      <Notice tone="stop" action={again}>
        {t('failed')}
      </Notice>
    );
  }
  if (impact.isPresent) {
    return (
      <Notice tone="ok" action={again}>
        {t('present', { date: formatDate(impact.asOf, locale) })}
      </Notice>
    );
  }
  return (
    <Notice tone="warn" action={again}>
      {impact.isEdited ? t('edited') : t('old', { days: IMPACT_HOLDS_DAYS })}
    </Notice>
  );
}
