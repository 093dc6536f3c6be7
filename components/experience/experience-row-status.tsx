import { useTranslations } from 'next-intl';
import { Status } from '#components/ui/status.tsx';
import type { JudgedRow } from '#lib/domain/experience/judge-experience-rows.ts';

type Props = { readonly judgement: Exclude<JudgedRow, { readonly state: 'new' }> };

/** Why a row of a file is not written down: it is there already, or each of its faults with column and remedy. */
export function ExperienceRowStatus({ judgement }: Props) {
  const t = useTranslations('experience.check');
  if (judgement.state === 'double') {
    return (
      <Status tone="none">{judgement.twin === null ? t('held') : t('twin', { row: judgement.twin })}</Status>
    );
  }
  return (
    <ul className="grid gap-2">
      {judgement.problems.map(({ pointer, code, column, message, fix }) => (
        <li key={`${pointer} ${code}`}>
          <Status tone="stop" reason={fix}>
            {t('inColumn', { column: column ?? '', message })}
          </Status>
        </li>
      ))}
    </ul>
  );
}
