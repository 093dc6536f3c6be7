import { useLocale, useTranslations } from 'next-intl';
import { ExtensionKronor } from '#components/extension/extension-kronor.tsx';
import { DecisionFrame } from '#components/placement-decision/decision-frame.tsx';
import { ReasonField } from '#components/placement-decision/reason-field.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { refuseExtending } from '#lib/domain/placement-decision/extend-placement.ts';
import type { PlacementCase } from '#lib/domain/placement-decision/placement-case.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { addDays } from '#lib/shared/plain-date.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly given: PlacementCase;
  readonly attempt: KeptForm | null;
  readonly formKey: string;
};

/** A caseworker decides on a second period that the provider has sent no basis for, or that there is none. */
export function ExtensionDeskView(props: Props) {
  const t = useTranslations('extension.desk');
  return (
    <DecisionFrame given={props.given} title={t('title')} lead={t('lead')} attempt={props.attempt}>
      <Decisions {...props} />
    </DecisionFrame>
  );
}

function Decisions({ given, attempt, formKey }: Props) {
  const t = useTranslations('extension.desk');
  const words = useTranslations('extension');
  const locale = useLocale();
  const { placement, extension, mandate, place, today } = given;
  const { current, declinedOn } = extension;
  const refused = refuseExtending({ ...placement, hasSecondPeriod: extension.hasSecondPeriod }, today);
  if (refused !== null) return <Notice tone="warn">{refused.title}</Notice>;
  if (current !== null && current.status !== 'returned')
    return (
      <Notice action={<LinkAction href={`/admin/documents/${current.documentId}`}>{t('open')}</LinkAction>}>
        {t('waiting')}
      </Notice>
    );
  if (mandate !== 'decide') return <Notice>{t('mandate')}</Notice>;
  const address = `/api/placements/${placement.placementId}`;
  return (
    <>
      {current !== null && <Notice>{t('returned')}</Notice>}
      {declinedOn !== null && <Notice>{t('declined', { day: formatDate(declinedOn, locale) })}</Notice>}
      <Card>
        <form method="post" action={`${address}/extend`} className="grid gap-6">
          <FormBasis
            formKey={attempt?.idempotencyKey ?? formKey}
            back={`/admin/placements/${placement.placementId}/extension`}
          />
          <input type="hidden" name="version" value={placement.version} />
          <ExtensionKronor to={placement.to} facts={extension} coachName={place.coachName} name="confirmed" />
          <p className="max-w-measure text-ink-2">
            {words('ifNot', {
              last: formatDate(addDays(placement.to, -1), locale),
              report: formatDate(extension.finalReportDueOn, locale),
            })}
          </p>
          <ReasonField label={t('reason')} hint={t('reasonHint')} attempt={attempt} />
          <div className="flex flex-wrap gap-4">
            <Button look="go" big>
              {t('extend')}
            </Button>
            {declinedOn === null && (
              <Button look="line" big formAction={`${address}/decline-extension`}>
                {t('decline')}
              </Button>
            )}
          </div>
        </form>
      </Card>
    </>
  );
}
