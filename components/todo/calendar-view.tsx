import { useLocale, useTranslations } from 'next-intl';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Button } from '#components/ui/button.tsx';
import { RadioGroup } from '#components/ui/choices.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { TextInput } from '#components/ui/inputs.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { CalendarSettings } from '#lib/domain/calendar/calendar-settings.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly settings: CalendarSettings;
  /** The whole address, where its secret is shown. */
  readonly address: string | null;
  readonly done: 'revoked' | 'chosen' | null;
  readonly keys: { readonly create: string; readonly revoke: string; readonly choose: string };
  readonly attempt: KeptForm | null;
};

/** How somebody follows the last days: in a calendar of their own, by mail, or neither. */
export function CalendarView({ settings, address, done, keys, attempt }: Props) {
  const t = useTranslations('calendar');
  return (
    <>
      {attempt !== null && <ErrorSummary problems={attempt.problem.errors} title={attempt.problem.title} />}
      <Breadcrumbs above={[{ href: '/provider', words: t('back') }]} here={t('title')} />
      <PageHeading title={t('title')} lead={t('lead')} />
      {done !== null && attempt === null && (
        <Notice tone="ok" className="mb-6">
          {t(`done.${done}`)}
        </Notice>
      )}
      <div className="grid max-w-190 grid-cols-[minmax(0,1fr)] gap-6">
        <FeedCard settings={settings} address={address} keys={keys} />
        <MailCard settings={settings} formKey={keys.choose} />
      </div>
    </>
  );
}

function FeedCard({ settings: { feedSince }, address, keys }: Pick<Props, 'settings' | 'address' | 'keys'>) {
  const t = useTranslations('calendar.feed');
  const locale = useLocale();
  return (
    <Card title={t('title')}>
      <p>{t('text')}</p>
      {address !== null && (
        <Notice tone="info" title={t('new')} className="my-4">
          <p className="mb-3">{t('once')}</p>
          <Field name="address" label={t('address')} hint={t('how')}>
            {(control) => <TextInput {...control} readOnly value={address} />}
          </Field>
        </Notice>
      )}
      {address === null && feedSince !== null && (
        <p className="mt-3 font-medium">{t('since', { day: dateInWords(feedSince, locale) })}</p>
      )}
      <p className="mt-3 text-ink-2">{t('secret')}</p>
      <div className="mt-4 flex flex-wrap items-start gap-x-4 gap-y-3">
        <form method="post" action="/api/provider/calendar/create">
          <FormBasis formKey={keys.create} back="/provider/calendar" />
          <Button look={feedSince === null ? 'go' : 'line'}>
            {t(feedSince === null ? 'create' : 'replace')}
          </Button>
          {feedSince !== null && <small className="mt-1 block text-ink-3">{t('replaceHint')}</small>}
        </form>
        {feedSince !== null && (
          <form method="post" action="/api/provider/calendar/revoke">
            <FormBasis formKey={keys.revoke} back="/provider/calendar" />
            <Button look="plain">{t('revoke')}</Button>
          </form>
        )}
      </div>
    </Card>
  );
}

type MailProps = Pick<Props, 'settings'> & { readonly formKey: string };

function MailCard({ settings: { email, byMail }, formKey }: MailProps) {
  const t = useTranslations('calendar.mail');
  return (
    <Card title={t('title')}>
      <p>{t('text')}</p>
      <p className="mt-3 text-ink-2">{email === null ? t('noAddress') : t('to', { email })}</p>
      <form method="post" action="/api/provider/reminders" className="mt-4 grid gap-4">
        <FormBasis formKey={formKey} back="/provider/calendar" />
        <RadioGroup
          name="byMail"
          legend={t('legend')}
          chosen={byMail ? 'yes' : 'no'}
          options={[
            { value: 'yes', label: t('yes') },
            { value: 'no', label: t('no') },
          ]}
        />
        <Button look="line" className="justify-self-start">
          {t('submit')}
        </Button>
      </form>
    </Card>
  );
}
