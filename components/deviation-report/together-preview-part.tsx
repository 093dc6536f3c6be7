import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { FocusOnArrival } from '#components/ui/focus-on-arrival.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { deviationCauseName } from '#lib/domain/deviation-report/deviation.ts';
import type { AbsenceTogether } from '#lib/domain/deviation-report/read-together.ts';
import { documentFormPath } from '#lib/domain/document/document-path.ts';
import { formatHours } from '#lib/domain/report/hours-in-words.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import type { Result } from '#lib/shared/result.ts';

type Member = {
  readonly placementId: string;
  readonly participantName: string;
  readonly judgement: Result<AbsenceTogether, FieldProblem>;
};
export type ShownPreview = { readonly members: readonly Member[]; readonly hash: string };

const ID = 'preview';

/** What is sent for each, and for whom not and why, with the way to a report of their own. */
export function TogetherPreviewPart({ preview: { members, hash } }: { readonly preview: ShownPreview }) {
  const t = useTranslations('deviation-report.together');
  const locale = useStaffLocale();
  const right = members.flatMap(({ judgement, ...member }) =>
    judgement.ok ? [{ ...member, ...judgement.value }] : [],
  );
  const left = members.flatMap(({ judgement, ...member }) =>
    judgement.ok ? [] : [{ ...member, problem: judgement.error }],
  );
  const [first] = right;
  return (
    <section
      id={ID}
      tabIndex={-1}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- what will be sent is what comes next, with scripts and without
      autoFocus
      aria-labelledby={`${ID}-title`}
      className="grid gap-6 outline-none"
    >
      <FocusOnArrival target={ID} of={hash} />
      <h2 id={`${ID}-title`}>{t('ready', { count: right.length })}</h2>
      {first !== undefined && (
        <>
          <p className="text-ink-2">
            {t('about', {
              cause: deviationCauseName(first.content.cause, locale),
              day: dateInWords(first.content.from, locale, 'weekdayDate'),
            })}
          </p>
          <DataTable
            caption={t('goes')}
            captionHidden
            rows={right}
            rowKey={({ placementId }) => placementId}
            columns={[
              { key: 'name', head: t('name'), cell: ({ participantName }) => participantName },
              {
                key: 'time',
                head: t('time'),
                cell: ({ content, by }) => (
                  <>
                    {formatHours(content.absentMinutes, locale)}
                    <small className="block text-ink-3">{t(`told.${by}`)}</small>
                  </>
                ),
              },
            ]}
          />
        </>
      )}
      {left.length > 0 && (
        <Notice tone="warn" title={t('left', { count: left.length })}>
          <p className="mb-3">{t('leftText')}</p>
          <ul className="grid gap-3">
            {left.map(({ placementId, participantName, problem }) => (
              <li key={placementId}>
                <b>{participantName}.</b> {problem.message} {problem.fix}
                <TextLink href={documentFormPath(placementId, 'deviationReport')} className="block py-1">
                  {t('own', { name: participantName })}
                </TextLink>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {right.length > 0 && (
        <Button look="go" big name="confirmed" value={hash} className="justify-self-start max-sm:w-full">
          {t('send', { count: right.length })}
        </Button>
      )}
    </section>
  );
}
