import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { type OutcomeFinding, outcomeFindingWords } from '#lib/domain/outcome/outcome-finding.ts';

type Props = { readonly findings: readonly OutcomeFinding[]; readonly title: string; readonly note?: string };

/** What the checks found in an outcome: the same sentences before it is sent, where it is decided and afterwards. */
export function OutcomeFindings({ findings, title, note }: Props) {
  const locale = useStaffLocale();
  if (findings.length === 0) return null;
  return (
    <Notice tone="warn" title={title}>
      <ul className="grid gap-1">
        {findings.map((finding) => (
          <li key={finding.code}>{outcomeFindingWords(finding, locale)}</li>
        ))}
      </ul>
      {note !== undefined && <p className="mt-2">{note}</p>}
    </Notice>
  );
}

/** The same where who reads it is told what follows. */
export function OwnOutcomeFindings({ findings }: Pick<Props, 'findings'>) {
  const t = useTranslations('review-insight.outcome');
  return <OutcomeFindings findings={findings} title={t('title')} note={t('note')} />;
}
