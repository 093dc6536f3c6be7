import { useTranslations } from 'next-intl';
import { ExportForm } from '#components/export/export-form.tsx';
import { ExportTable } from '#components/export/export-table.tsx';
import { RefreshWhileWaiting } from '#components/ui/refresh-while-waiting.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import type { ExportKind, ExportView as Export } from '#lib/domain/export/export-kind.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

interface ExportViewProps {
  exports: readonly Export[];
  kinds: readonly ExportKind[];
  isAllOffices: boolean;
  notice: 'requested' | 'gone' | null;
  formKey: string;
  attempt: KeptForm | null;
}

/** What one can take out, and what one has. */
export function ExportView({ exports, kinds, isAllOffices, notice, formKey, attempt }: ExportViewProps) {
  const t = useTranslations('administration.export');
  const isWaiting = exports.some(({ state }) => state === 'waiting' || state === 'running');
  return (
    <>
      {notice !== null && (
        <Notice tone={notice === 'gone' ? 'warn' : 'ok'} className="mb-6">
          {t(notice)}
          {notice === 'requested' && isWaiting && (
            <noscript>
              <p>{t('refresh')}</p>
            </noscript>
          )}
        </Notice>
      )}
      <PageHeading title={t('title')} lead={t('lead')} />
      {!isAllOffices && <p className="mb-2 max-w-measure text-ink-2">{t('scope')}</p>}
      <p className="mb-6 max-w-measure text-ink-2">{t('protected')}</p>
      {exports.length > 0 && (
        <PageSection title={t('earlier')} note={t('once')}>
          <Sheet className="px-6 py-4 max-md:px-4">
            <ExportTable exports={exports} />
          </Sheet>
          {isWaiting && <RefreshWhileWaiting />}
        </PageSection>
      )}
      <PageSection title={t('what')}>
        {exports.length === 0 && <p className="mb-3 text-ink-2">{t('none')}</p>}
        <ExportForm exports={exports} kinds={kinds} formKey={formKey} attempt={attempt} />
      </PageSection>
    </>
  );
}
