import { useTranslations } from 'next-intl';
import type { ComponentType, ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { FocusOnArrival } from '#components/ui/focus-on-arrival.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { DocumentForm } from '#lib/domain/document/document-pages.ts';

type Props<Content, Facts> = {
  readonly preview: NonNullable<DocumentForm<Content, Facts>['preview']>;
  readonly facts: Facts;
  readonly Content: ComponentType<{ readonly content: Content; readonly facts: Facts }>;
  /** The fields, to change something after all. */
  readonly children: ReactNode;
};

/** Exactly what will be sent, before it is. */
export function DocumentPreview<Content, Facts>({
  preview,
  facts,
  Content,
  children,
}: Props<Content, Facts>) {
  const t = useTranslations('document.form');
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- what will be sent is what comes next, with scripts and without */}
      <div id="preview" tabIndex={-1} autoFocus className="grid gap-4 outline-none">
        <Card title={t('previewTitle')}>
          <p className="mb-4 text-ink-2">{t('previewLead')}</p>
          <Content content={preview.content} facts={facts} />
        </Card>
        {preview.remarks.length > 0 && (
          <Notice tone="warn" title={t('remarksTitle')}>
            <ul className="grid gap-1">
              {preview.remarks.map(({ pointer, message }) => (
                <li key={`${pointer} ${message}`}>{message}</li>
              ))}
            </ul>
          </Notice>
        )}
        <div>
          <Button look="go" big name="confirmed" value={preview.contentHash}>
            {t('send')}
          </Button>
        </div>
        <FocusOnArrival target="preview" of={preview.contentHash} />
      </div>
      <DisclosureMore summary={t('change')}>{children}</DisclosureMore>
    </>
  );
}
