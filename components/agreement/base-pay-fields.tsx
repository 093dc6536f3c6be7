import { useTranslations } from 'next-intl';
import { RowFields, TextField, Ticks } from '#components/agreement/form-parts.tsx';
import type { FormReader } from '#components/agreement/form-reader.ts';
import { Example } from '#components/ui/amount.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { ABSENCE_REASONS, LEVELS } from '#lib/domain/compensation/types.ts';

/** The day rates and what takes them away. */
export function BasePayFields({ reader }: { reader: FormReader }) {
  const t = useTranslations('agreement.edit');
  const words = useTranslations('admin.agreement');
  return (
    <Card title={t('basePay')} aside={<Example />}>
      <div className="grid gap-5">
        <RowFields
          reader={reader}
          name="basePay.rates"
          legend={t('baseRates')}
          columns={[
            { member: 'from', head: t('from'), isDate: true },
            ...LEVELS.map((level) => ({ member: `orePerDay.${level}`, head: t('level', { level }) })),
          ]}
        />
        <Ticks
          reader={reader}
          name="basePay.noPayAbsences"
          legend={t('noPayAbsences')}
          options={ABSENCE_REASONS.map((value) => ({ value, label: words(`absences.${value}`) }))}
        />
        <TextField
          reader={reader}
          name="basePay.lapsesAfterDays"
          label={t('lapses')}
          hint={t('lapsesHint')}
        />
      </div>
    </Card>
  );
}
