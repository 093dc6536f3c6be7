import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CommandForm } from '#components/choice/command-form.tsx';
import { SwitchConsequences } from '#components/choice/switch-consequences.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { Checkbox, RadioGroup } from '#components/ui/choices.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { AreaOffice } from '#lib/domain/choice/choice-provider.ts';
import { type ChoosingPlace, commandPath, confirmPath, listPath } from '#lib/domain/choice/choosing-place.ts';
import type { OwnPlacement } from '#lib/domain/participant/own-situation.ts';
import { SWITCH_REASONS } from '#lib/domain/provider-switch/switch-provider.ts';
import { sharesAnything } from '#lib/domain/provider-switch/effective-on.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { Period } from '#lib/shared/period.ts';
import { isolated } from '#lib/shared/i18n/isolated.ts';

export interface ConsentWords {
  share: string;
  shareHint: string;
  sharePlan: string;
  shareFinalReport: string;
}

export interface ConfirmSwitchProps {
  place: ChoosingPlace;
  office: AreaOffice;
  placement: OwnPlacement;
  period: Period;
  attempt: KeptForm | null;
  formKey: string;
  /** What who switches for somebody adds to the form. */
  children?: ReactNode;
  /** Where the participant is asked by somebody else what may be shared. */
  consent?: ConsentWords | undefined;
}

/** What the switch means, why (if one wants to say), and what the new provider may read. Nothing is ticked beforehand. */
export function ConfirmSwitch(props: ConfirmSwitchProps) {
  const { place, office, placement, period, attempt, formKey, children, consent } = props;
  const t = useTranslations('choice.confirm');
  const locale = useLocale();
  const typed = attempt?.values;
  const problems = attempt?.problem.errors;
  const reasons = SWITCH_REASONS.map((reason) => ({ value: reason, label: t(`reasons.${reason}`) }));
  return (
    <>
      <PageHeading title={t('switchTitle', { provider: isolated(office.name, locale) })} />
      <Card title={t('means')}>
        <SwitchConsequences office={office} placement={placement} period={period} />
      </Card>
      <CommandForm
        action={commandPath(place)}
        formKey={formKey}
        back={confirmPath(place, office.officeId)}
        hidden={{ placementId: placement.id, placementVersion: placement.version, officeId: office.officeId }}
        className="mt-6 grid gap-6"
      >
        {children}
        <RadioGroup
          name="reason"
          legend={t('reason')}
          hint={t('reasonHint')}
          options={[...reasons, { value: '', label: t('reasonNone') }]}
          chosen={typed?.['reason']}
          problems={problems}
        />
        {sharesAnything(placement, period) && (
          <fieldset>
            <legend className="mb-1 font-medium">{consent?.share ?? t('share')}</legend>
            <p className="text-xs text-ink-3">{consent?.shareHint ?? t('shareHint')}</p>
            <Checkbox
              name="sharePlan"
              label={consent?.sharePlan ?? t('sharePlan')}
              defaultChecked={typed?.['sharePlan'] === 'on'}
            />
            <Checkbox
              name="shareFinalReport"
              label={consent?.shareFinalReport ?? t('shareFinalReport')}
              defaultChecked={typed?.['shareFinalReport'] === 'on'}
            />
          </fieldset>
        )}
        <p className="flex flex-wrap gap-4">
          <Button look="go" big>
            {t('switchSubmit', { provider: isolated(office.name, locale) })}
          </Button>
          <LinkAction big href={listPath(place)}>
            {t('cancel')}
          </LinkAction>
        </p>
      </CommandForm>
    </>
  );
}
