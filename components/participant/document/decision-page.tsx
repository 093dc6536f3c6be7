import { useTranslations } from 'next-intl';
import { OwnDecisionText } from '#components/participant/own-decision-words.tsx';
import { FreeTextNote } from '#components/participant/own-words.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PrintButton } from '#components/ui/print-button.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { PlacementDecision } from '#lib/domain/placement-decision/placement-decision.ts';

/** One decision about the participant's time, with what it rests on and what to do where it is wrong. */
export function OwnDecisionPage({ decision }: { readonly decision: PlacementDecision }) {
  const t = useTranslations('own-documents');
  return (
    <>
      <PageHeading title={t('kind.decision')}>
        <FreeTextNote />
        <p className="no-print mt-4">
          <PrintButton>{t('page.print')}</PrintButton>
        </p>
      </PageHeading>
      <div className="grid gap-5">
        <Card>
          <OwnDecisionText decision={decision} />
          {decision.documentId !== null && (
            <p className="mt-3">
              <TextLink
                href={`/participant/documents/${decision.documentId}`}
                className="inline-flex min-h-(--target) items-center"
              >
                {t('decisions.document')}
              </TextLink>
            </p>
          )}
        </Card>
        <p className="max-w-measure">{t('decisions.wrong')}</p>
        <p className="no-print">
          <LinkAction big href="/participant/documents">
            {t('page.back')}
          </LinkAction>
        </p>
      </div>
    </>
  );
}
