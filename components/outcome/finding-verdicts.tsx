import { useTranslations } from 'next-intl';
import { RadioGroup } from '#components/ui/choices.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { outcomeFindingWords } from '#lib/domain/outcome/outcome-finding.ts';
import type { JudgedFinding } from '#lib/domain/outcome/outcome-page.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = { readonly findings: readonly JudgedFinding[]; readonly attempt: KeptForm | null };

/** Whether each check was right: what its precision is counted from. */
export function FindingVerdicts({ findings, attempt }: Props) {
  const t = useTranslations('review-insight.verdict');
  const locale = useStaffLocale();
  return findings.map((finding) => {
    const { code, upheld } = finding;
    const name = `verdicts.${code}`;
    const before = upheld === null ? undefined : upheld ? 'upheld' : 'notUpheld';
    return (
      <RadioGroup
        key={code}
        name={name}
        legend={t('legend')}
        hint={outcomeFindingWords(finding, locale)}
        chosen={attempt?.values[name] ?? before}
        problems={attempt?.problem.errors}
        options={[
          { value: 'upheld', label: t('upheld') },
          { value: 'notUpheld', label: t('notUpheld') },
        ]}
      />
    );
  });
}
