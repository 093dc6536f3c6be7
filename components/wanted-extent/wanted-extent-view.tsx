import { useTranslations } from 'next-intl';
import { EffectSummary } from '#components/effect/effect-summary.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Button } from '#components/ui/button.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { NumberInput, TextArea } from '#components/ui/inputs.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { readExtentPercent } from '#lib/domain/text/read-typed.ts';
import { CONFIRM_EXTENT, type WantedExtentPage } from '#lib/domain/wanted-extent/wanted-extent.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly page: WantedExtentPage;
  readonly attempt: KeptForm | null;
  readonly formKey: string;
  readonly done: boolean;
};

/** How much the participant wants to work: as it is, changing it with its kronor in sight, and what it was before. */
export function WantedExtentView({ page, attempt, formKey, done }: Props) {
  const t = useTranslations('signal.wanted');
  const words = useTranslations('outcome.desk');
  const { placement, percent, history, effect } = page;
  const path = `/admin/placements/${placement.placementId}`;
  const confirming = attempt?.problem.code === CONFIRM_EXTENT && effect !== null;
  const problems = attempt?.problem.errors ?? [];
  const typed = attempt?.values;
  return (
    <>
      {attempt !== null && !confirming && (
        <ErrorSummary problems={problems} title={problems.length === 0 ? attempt.problem.title : undefined} />
      )}
      <Breadcrumbs
        above={[
          { href: '/admin/placements', words: words('placements') },
          { href: path, words: placement.participantName },
        ]}
        here={t('title')}
      />
      <PageHeading title={`${t('title')}, ${placement.participantName}`} lead={t('lead')} />
      {done && attempt === null && (
        <Notice tone="ok" className="mb-6">
          {t('done')}
        </Notice>
      )}
      {confirming && <Notice className="mb-6">{t('confirm')}</Notice>}
      <p className="mb-6 text-lg font-medium">{t('now', { percent })}</p>
      {!page.mayChange && <Notice tone="wait">{t('mandate')}</Notice>}
      {page.mayChange && (
        <form method="post" action="/api/wanted-extent" className="grid max-w-measure gap-6">
          <FormBasis formKey={attempt?.idempotencyKey ?? formKey} back={`${path}/wanted-extent`} />
          <input type="hidden" name="placementId" value={placement.placementId} />
          <input type="hidden" name="times" value={page.times} />
          <Field name="percent" label={t('percent')} problems={problems}>
            {(control) => <NumberInput {...control} defaultValue={typed?.['percent'] ?? ''} />}
          </Field>
          <Field name="reason" label={t('reason')} problems={problems}>
            {(control) => <TextArea {...control} rows={3} maxLength={500} defaultValue={typed?.['reason']} />}
          </Field>
          {confirming && (
            <Card title={t('kronor')}>
              <EffectSummary effect={effect} caption={t('kronor')} open />
              <input
                type="hidden"
                name="confirmed"
                value={readExtentPercent(typed?.['percent'] ?? '') ?? ''}
              />
            </Card>
          )}
          <div>
            <Button look="go">{confirming ? t('save') : t('see')}</Button>
          </div>
        </form>
      )}
      <PageSection title={t('history')}>
        {history.length === 0 && <p className="text-ink-2">{t('none')}</p>}
        <ul className="grid gap-4">
          {history.map((set) => (
            <li key={set.id}>
              <b>{t('row', { percent: set.percent, name: set.setByName })}</b>
              <span className="block text-xs text-ink-3">
                <InstantText instant={new Date(set.setAt)} />
              </span>
              <p className="mt-1 whitespace-pre-line text-ink-2">{set.reason}</p>
            </li>
          ))}
        </ul>
      </PageSection>
    </>
  );
}
