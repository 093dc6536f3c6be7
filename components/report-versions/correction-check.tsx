import { useTranslations } from 'next-intl';
import { DifferenceTable } from '#components/report-versions/difference-table.tsx';
import { Amount, Example } from '#components/ui/amount.tsx';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/choices.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Status } from '#components/ui/status.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { attestStatement } from '#lib/domain/report/attestation.ts';
import { notAssessedWords } from '#lib/domain/report/not-assessed.ts';
import type { CorrectionPreview } from '#lib/domain/report/report-history.ts';
import { formatMonth } from '#lib/shared/format-date.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly preview: CorrectionPreview;
  readonly may: { readonly sign: boolean; readonly seeMoney: boolean };
  readonly formKey: string;
  readonly attempt: KeptForm | null;
};

/** A written correction before the signature: the difference, why, what it pays and what the reviewer will see. */
export function CorrectionCheck({ preview, may, formKey, attempt }: Props) {
  const t = useTranslations('attest.check');
  const locale = useStaffLocale();
  const { reportId, participantName, month, way, decideBy, refusal, problems } = preview;
  const address = `/provider/reports/${reportId}`;
  const day = dateInWords(decideBy, locale, 'day');
  return (
    <>
      <AttemptSummary attempt={attempt} />
      <Breadcrumbs
        above={[{ href: address, words: `${participantName}, ${formatMonth(month, locale)}` }]}
        here={t('pageTitle')}
      />
      <PageHeading
        title={t('title')}
        lead={way !== null && t(way === 'atOnce' ? 'leadAtOnce' : 'leadWhenApproved', { day })}
      />
      <div className="grid max-w-[760px] gap-8">
        <Sheet className="p-5 max-md:px-4">
          <DifferenceTable before={preview.before} after={preview.after} />
          <Facts preview={preview} seesMoney={may.seeMoney} />
        </Sheet>
        <Seen preview={preview} />
        {(problems.length > 0 || refusal !== null) && (
          <Notice tone="stop" title={t('blocked')}>
            {refusal !== null && <p>{refusal.title}</p>}
            {problems.map(({ code, message, fix }) => (
              <p key={code}>
                {message} {fix}
              </p>
            ))}
          </Notice>
        )}
        {problems.length === 0 && refusal === null && !may.sign && (
          <Notice tone="ok">{t('waitsForSignatory')}</Notice>
        )}
        {problems.length === 0 && refusal === null && may.sign && (
          <Sign preview={preview} formKey={formKey} attempt={attempt} />
        )}
        <p className="no-print">
          <LinkAction href={`${address}/correct`} look="quiet">
            {t('change')}
          </LinkAction>
        </p>
      </div>
    </>
  );
}

function Facts({ preview, seesMoney }: Pick<Props, 'preview'> & { readonly seesMoney: boolean }) {
  const t = useTranslations('attest.check');
  const { reason, amountOre, beforeOre } = preview;
  const amount = () => <Amount value={amountOre} />;
  const before = () => <Amount value={beforeOre} />;
  return (
    <DescriptionList
      className="mt-4"
      facts={[
        { term: t('reason'), detail: reason },
        ...(seesMoney
          ? [
              {
                term: t('amount'),
                detail: (
                  <>
                    {amountOre === beforeOre
                      ? t.rich('amountSame', { amount })
                      : t.rich('amountOther', { amount, before })}{' '}
                    <Example />
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function Seen({ preview: { remarks, notAssessed } }: Pick<Props, 'preview'>) {
  const t = useTranslations('attest.check');
  const line = useTranslations('attest.line');
  const unknown = notAssessedWords(notAssessed, useStaffLocale());
  return (
    <section aria-labelledby="seen">
      <h2 id="seen" className="mb-2 text-lg">
        {t('reviewer')}
      </h2>
      {remarks.length === 0 ? (
        <p className="text-ink-2">{line('nothingSeen')}</p>
      ) : (
        <ul className="grid gap-2">
          {remarks.map(({ code, severity, message }) => (
            <li key={code} className="flex gap-2">
              <Icon name={severity === 'hold' ? 'paused' : 'warn'} className="mt-1 text-warn" />
              <span>
                {message}{' '}
                <small className="text-ink-2">
                  {line(severity === 'hold' ? 'mustBeSeen' : 'raisesRisk')}
                </small>
              </span>
            </li>
          ))}
        </ul>
      )}
      {unknown !== null && (
        <Status tone="none" className="mt-2">
          {unknown}
        </Status>
      )}
    </section>
  );
}

function Sign({ preview, formKey, attempt }: Omit<Props, 'may'>) {
  const t = useTranslations('attest');
  const locale = useStaffLocale();
  const { correctionId, version, contentHash, reportId, statement } = preview;
  return (
    <Sheet className="no-print border-t-4 border-t-accent! p-8 max-md:px-4 max-md:py-6">
      <h2 className="mb-4 text-xl">{t('sign.title')}</h2>
      <form method="post" action={`/api/provider/corrections/${correctionId}/attest`} className="grid gap-4">
        <FormBasis formKey={formKey} back={`/provider/reports/${reportId}/correct/attest`} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="contentHash" value={contentHash ?? ''} />
        <blockquote className="border-s-4 border-line-strong ps-4 text-base font-medium" lang="sv">
          {statement}
        </blockquote>
        {locale !== 'sv' && (
          <p className="text-ink-2">
            {t('sign.inOtherWords')} {attestStatement(locale)}
          </p>
        )}
        <Checkbox name="onHonour" value="on" label={t('check.onHonour')} problems={attempt?.problem.errors} />
        <div>
          <Button look="go" big>
            {t('check.submit')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
