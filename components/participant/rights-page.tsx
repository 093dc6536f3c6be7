import { useTranslations } from 'next-intl';
import { ComplaintPart } from '#components/participant/complaint-part.tsx';
import { ComplaintReceipt } from '#components/participant/complaint-receipt.tsx';
import { RightsClaims } from '#components/participant/rights-claims.tsx';
import { RightsEnd } from '#components/participant/rights-end.tsx';
import { useOwnProblems } from '#components/participant/own-problems.ts';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PhoneLink } from '#components/ui/phone-link.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { OwnComplaint } from '#lib/domain/complaint/own-complaint.ts';
import type { OwnRights } from '#lib/domain/participant/own-rights.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly own: OwnRights;
  /** The authority's number, as people write it; null where there is none. */
  readonly phone: string | null;
  /** The complaint that was just sent. */
  readonly sent: OwnComplaint | undefined;
  readonly attempt: KeptForm | null;
  readonly formKey: string;
};

const PARTS = ['claims', 'duties', 'end', 'language', 'complaint'] as const;
const DUTIES = ['come', 'do', 'tell', 'sick', 'true'] as const;

/** What the participant can ask for, what they answer for, and what to do where something is wrong. */
export function RightsPage({ own, phone, sent, attempt, formKey }: Props) {
  const t = useTranslations('own-rights');
  const kept = useOwnProblems(attempt);
  const { figures, placement, needsLanguageSupport } = own;
  return (
    <>
      <AttemptSummary attempt={kept} />
      {sent !== undefined && <ComplaintReceipt complaint={sent} phone={phone} />}
      <PageHeading title={t('title')} lead={t('lead')} />
      <nav aria-label={t('onPage')} className="no-print mb-6">
        <ul>
          {PARTS.map((part) => (
            <li key={part}>
              <TextLink href={`#${part}`} className="inline-flex min-h-(--target) items-center">
                {t(`${part}.title`)}
              </TextLink>
            </li>
          ))}
        </ul>
      </nav>
      <div className="grid gap-5">
        <div id="claims" className="scroll-mt-4">
          <RightsClaims figures={figures} />
        </div>
        <div id="duties" className="scroll-mt-4">
          <Card title={t('duties.title')}>
            <ul className="grid max-w-measure list-disc gap-2 ps-6">
              {DUTIES.map((duty) => (
                <li key={duty}>{t(`duties.${duty}`)}</li>
              ))}
            </ul>
          </Card>
        </div>
        <div id="end" className="scroll-mt-4">
          <RightsEnd placement={placement} figures={figures} />
        </div>
        <div id="language" className="scroll-mt-4">
          <Card title={t('language.title')}>
            <div className="grid max-w-measure gap-3">
              <p>{t(needsLanguageSupport ? 'language.decided' : 'language.ask')}</p>
              {placement !== null && placement.phone !== null && (
                <p>
                  {t('language.call')} <PhoneLink phone={placement.phone} />
                </p>
              )}
              <p>{t('language.interpreter')}</p>
              {phone !== null && (
                <p>
                  {t('language.authority')} <PhoneLink phone={phone} />
                </p>
              )}
            </div>
          </Card>
        </div>
        <div id="complaint" className="scroll-mt-4">
          <ComplaintPart own={own} attempt={kept} formKey={formKey} />
        </div>
      </div>
    </>
  );
}
