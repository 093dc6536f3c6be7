import { useLocale, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { Status } from '#components/ui/status.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { Sharing, SwitchSharing } from '#lib/domain/final-report/handing-on.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly switches: readonly SwitchSharing[];
  readonly done: 'given' | 'taken' | null;
  readonly attempt: KeptForm | null;
  readonly formKeyOf: () => string;
};

/** What the participant lets the next provider read: one decision a card, which can be taken back. */
export function SharingView({ switches, done, attempt, formKeyOf }: Props) {
  const t = useTranslations('own-documents.sharing');
  const locale = useLocale();
  return (
    <>
      {attempt !== null && <ErrorSummary problems={attempt.problem.errors} title={attempt.problem.title} />}
      <PageHeading title={t('title')} lead={t('lead')} />
      {done !== null && (
        <Notice tone="ok" className="mb-6 max-w-[880px]">
          {t(done === 'given' ? 'savedGiven' : 'savedTaken')}
        </Notice>
      )}
      {switches.length === 0 && <p>{t('none')}</p>}
      {switches.map((change) => {
        const { switchId, fromProvider: from, toProvider: to, effectiveOn, sharing, finalReportId } = change;
        return (
          <section key={switchId} className="mb-10 grid max-w-[880px] gap-6">
            <h2 className="text-lg">{t('switch', { from, to, day: formatDate(effectiveOn, locale) })}</h2>
            {sharing.map((one) => (
              <SharingCard key={one.what} change={change} sharing={one} formKey={formKeyOf()} />
            ))}
            {finalReportId !== null && (
              <p>
                <TextLink
                  href={`/participant/documents/${finalReportId}`}
                  className="inline-flex min-h-(--target) items-center"
                >
                  {t('read')}
                </TextLink>
              </p>
            )}
          </section>
        );
      })}
      <p>
        <TextLink href="/participant" className="inline-flex min-h-(--target) items-center">
          {t('home')}
        </TextLink>
      </p>
    </>
  );
}

type CardProps = { readonly change: SwitchSharing; readonly sharing: Sharing; readonly formKey: string };

function SharingCard({ change, sharing: { what, given, number }, formKey }: CardProps) {
  const t = useTranslations('own-documents.sharing');
  const locale = useLocale();
  const { switchId, fromProvider: from, toProvider: to } = change;
  return (
    <Card title={t(what, { from })} level={3}>
      <p className="max-w-measure">{t(what === 'plan' ? 'planText' : 'finalReportText', { to })}</p>
      <p className="mt-3">
        <Status tone={given ? 'ok' : 'none'}>{t(given ? 'given' : 'notGiven', { to })}</Status>
      </p>
      <form method="post" action="/api/participant/sharing" className="mt-4">
        <FormBasis formKey={formKey} back="/participant/sharing" />
        <input type="hidden" name="switchId" value={switchId} />
        <input type="hidden" name="what" value={what} />
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="number" value={number} />
        <input type="hidden" name="given" value={given ? 'false' : 'true'} />
        <Button look={given ? 'line' : 'go'}>
          {given ? t('take') : t('give', { to })}
          <span className="sr-only">: {t(what, { from })}</span>
        </Button>
      </form>
    </Card>
  );
}
