import { useTranslations } from 'next-intl';
import { Group, RowFields, TextField } from '#components/agreement/form-parts.tsx';
import type { FormReader } from '#components/agreement/form-reader.ts';
import { Example } from '#components/ui/amount.tsx';
import { Checkbox, RadioGroup } from '#components/ui/choices.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { LEVELS } from '#lib/domain/compensation/types.ts';

const KINDS = ['none', 'unusedBasePay', 'tiers'] as const;

/** The bonus for an outcome that comes early. */
export function SpeedBonusFields({ reader }: { reader: FormReader }) {
  const t = useTranslations('agreement.edit');
  const kind = reader.value('speedBonus.kind');
  return (
    <Card title={t('speedBonus')} aside={<Example />}>
      <div className="grid gap-5">
        <RadioGroup
          name="speedBonus.kind"
          legend={t('kind')}
          options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          chosen={kind === '' ? 'none' : kind}
          problems={reader.problems}
        />
        <TextField
          reader={reader}
          name="speedBonus.sharePermille"
          label={t('unusedShare')}
          hint={t('unusedShareHint')}
        />
        <RowFields
          reader={reader}
          name="speedBonus.tiers"
          legend={t('tiers')}
          hint={t('tiersHint')}
          columns={[
            { member: 'beforeDay', head: t('beforeDay') },
            ...LEVELS.map((level) => ({ member: `ore.${level}`, head: t('level', { level }) })),
          ]}
        />
        <div className="grid gap-5 md:grid-cols-2">
          <TextField reader={reader} name="speedBonus.minExtentPercent" label={t('minExtent')} />
          <TextField
            reader={reader}
            name="speedBonus.releaseMonths"
            label={t('release')}
            hint={t('releaseHint')}
          />
        </div>
      </div>
    </Card>
  );
}

/** What is added where the outcome comes within the first periods. */
export function SupplementFields({ reader }: { reader: FormReader }) {
  const t = useTranslations('agreement.edit');
  return (
    <Card title={t('supplement')} aside={<Example />}>
      <div className="grid gap-5">
        <Checkbox
          name="supplement.exists"
          value="on"
          label={t('exists')}
          defaultChecked={reader.isTicked('supplement.exists')}
        />
        <Group reader={reader} name="supplement.ore" legend={t('supplementAmounts')}>
          <div className="flex flex-wrap gap-x-6 gap-y-3">
            {LEVELS.map((level) => (
              <TextField
                key={level}
                reader={reader}
                name={`supplement.ore.${level}`}
                label={t('level', { level })}
              />
            ))}
          </div>
        </Group>
        <div className="grid gap-5 md:grid-cols-2">
          <TextField reader={reader} name="supplement.withinPeriods" label={t('within')} />
          <TextField
            reader={reader}
            name="supplement.releaseMonths"
            label={t('release')}
            hint={t('releaseHint')}
          />
        </div>
      </div>
    </Card>
  );
}
