import { useTranslations } from 'next-intl';
import { RowFields, TextField, Ticks } from '#components/agreement/form-parts.tsx';
import type { FormReader } from '#components/agreement/form-reader.ts';
import { Example } from '#components/ui/amount.tsx';
import { Checkbox, RadioGroup } from '#components/ui/choices.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { COUNT_FROM, LEVELS, OUTCOME_TYPES } from '#lib/domain/compensation/types.ts';

/** What an outcome gives, when, and what counts as one. */
export function ResultPayFields({ reader }: { reader: FormReader }) {
  const t = useTranslations('agreement.edit');
  const words = useTranslations('admin.agreement');
  const countFrom = reader.value('resultPay.countFrom');
  const box = (member: 'excludeRelatedEmployers' | 'studiesByApplication', label: string) => (
    <Checkbox
      name={`resultPay.${member}`}
      value="on"
      label={label}
      defaultChecked={reader.isTicked(`resultPay.${member}`)}
      problems={reader.problems}
    />
  );
  return (
    <Card title={t('resultPay')} aside={<Example />}>
      <div className="grid gap-5">
        <RowFields
          reader={reader}
          name="resultPay.rates"
          legend={t('resultRates')}
          columns={[
            { member: 'from', head: t('from'), isDate: true },
            ...LEVELS.map((level) => ({ member: `ore.${level}`, head: t('level', { level }) })),
          ]}
        />
        <RowFields
          reader={reader}
          name="resultPay.milestones"
          legend={t('milestones')}
          hint={t('milestonesHint')}
          columns={[
            { member: 'months', head: t('months') },
            { member: 'sharePermille', head: t('share') },
          ]}
        />
        <Ticks
          reader={reader}
          name="resultPay.types"
          legend={t('types')}
          options={OUTCOME_TYPES.map((value) => ({ value, label: words(`outcomes.${value}`) }))}
        />
        <RadioGroup
          name="resultPay.countFrom"
          legend={t('countFrom')}
          options={COUNT_FROM.map((value) => ({ value, label: words(`countedFrom.${value}`) }))}
          chosen={countFrom === '' ? COUNT_FROM[0] : countFrom}
          problems={reader.problems}
        />
        <div className="grid gap-5 md:grid-cols-2">
          <TextField reader={reader} name="resultPay.minExtentPercent" label={t('minExtent')} />
          <TextField reader={reader} name="resultPay.maxGapDays" label={t('maxGap')} />
          <TextField reader={reader} name="resultPay.startWithinMonthsAfterEnd" label={t('startWithin')} />
          <TextField reader={reader} name="resultPay.signalWithinMonthsAfterEnd" label={t('signalWithin')} />
        </div>
        {box('excludeRelatedEmployers', t('related'))}
        {box('studiesByApplication', t('studies'))}
        <RowFields
          reader={reader}
          name="resultPay.extentShares"
          legend={t('extentShares')}
          hint={t('extentSharesHint')}
          columns={[
            { member: 'fromPercent', head: t('fromPercent') },
            { member: 'permille', head: t('share') },
          ]}
        />
      </div>
    </Card>
  );
}
