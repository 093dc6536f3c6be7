import { useLocale, useTranslations } from 'next-intl';
import { DifferenceTable } from '#components/report-versions/difference-table.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Status, type Tone } from '#components/ui/status.tsx';
import type { HeldCorrection, ReportHistory } from '#lib/domain/report/report-history.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';

type Props = {
  readonly history: ReportHistory;
  readonly may: { readonly correct: boolean; readonly sign: boolean };
  readonly formKey: string;
};

const TONES = {
  draft: 'wait',
  submitted: 'wait',
  rejected: 'stop',
  withdrawn: 'none',
} as const satisfies Record<string, Tone>;

/** Corrections that are no version: written on, waiting, refused, taken back – each beside what it was to correct. */
export function HeldCorrections({ history, may, formKey }: Props) {
  const t = useTranslations('attest.versions');
  return (
    <section aria-labelledby="held" className="mb-8">
      <h2 id="held" className="mb-3 text-lg">
        {t('held')}
      </h2>
      <Sheet className="px-5 max-md:px-4">
        <ul>
          {history.corrections.map((held) => (
            <li key={held.id} className="border-t border-line py-4 first:border-t-0">
              <Held held={held} history={history} may={may} formKey={formKey} />
            </li>
          ))}
        </ul>
      </Sheet>
    </section>
  );
}

function Held({ held, history, may, formKey }: Props & { readonly held: HeldCorrection }) {
  const t = useTranslations('attest.versions');
  const locale = useLocale();
  const { id, status, reason, content, reportId, version, decideBy, decisionReason } = held;
  const corrected = history.versions.find((report) => report.id === reportId);
  if (status !== 'draft' && status !== 'submitted' && status !== 'rejected' && status !== 'withdrawn')
    return null;
  return (
    <>
      <Status tone={TONES[status]}>{t(`heldStatus.${status}`)}</Status>
      <p className="mt-1">
        <b>{t('reason')}:</b> {reason}
      </p>
      {status === 'submitted' && decideBy !== null && (
        <p className="mt-1">{t('waits', { day: dateInWords(decideBy, locale, 'day') })}</p>
      )}
      {decisionReason !== null && (
        <p className="mt-1">
          <b>{t('rejectedBecause')}:</b> {decisionReason}
        </p>
      )}
      {corrected !== undefined && (
        <DisclosureMore
          summary={t('differs', { number: corrected.number })}
          open={status === 'submitted'}
          className="mt-1"
        >
          <DifferenceTable before={corrected.content} after={content} />
        </DisclosureMore>
      )}
      {status === 'draft' && may.correct && (
        <p className="no-print mt-2">
          <LinkAction href={`/provider/reports/${reportId}/correct`}>{t('goOn')}</LinkAction>
        </p>
      )}
      {status === 'submitted' && may.sign && (
        <form method="post" action={`/api/provider/corrections/${id}/withdraw`} className="no-print mt-2">
          <FormBasis formKey={formKey} back={`/provider/reports/${reportId}`} />
          <input type="hidden" name="version" value={version} />
          <Button look="plain">{t('withdraw')}</Button>
          <p className="text-sm text-ink-2">{t('withdrawHint')}</p>
        </form>
      )}
    </>
  );
}
