import { useLocale, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Status } from '#components/ui/status.tsx';
import type { Answerer } from '#lib/domain/evidence/answerer.ts';
import type { ShownConfirmation } from '#lib/domain/evidence/evidence-page.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

type Props = {
  readonly confirmations: readonly ShownConfirmation[];
  readonly now: string;
  readonly back: string;
  readonly keyOf: (what: string) => string;
  /** Whether the outcome still takes evidence: else a question can only be taken back. */
  readonly open: boolean;
  readonly who: Answerer;
};

/** Every question to an employer: to whom, about what and how it stands; a new link, or none any more. */
export function QuestionsTable({ confirmations, now, back, keyOf, open, who }: Props) {
  const t = useTranslations('evidence.questions');
  const tAsk = useTranslations('evidence.ask');
  const locale = useLocale();
  const dayOf = (instant: string): string => formatDate(plainDateFromDate(new Date(instant)), locale);
  return (
    <DataTable<ShownConfirmation>
      caption={t('title', { who })}
      captionHidden
      rows={confirmations}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'who',
          head: t('who'),
          wide: true,
          cell: ({ contactName, email, askedAt, askedByName }) => (
            <>
              {contactName}
              <small className="block break-all text-ink-2">{email}</small>
              <small className="block text-ink-3">
                {t('asked', { day: dayOf(askedAt), name: askedByName ?? '' })}
              </small>
            </>
          ),
        },
        {
          key: 'about',
          head: t('about'),
          cell: ({ employerName, from, extentPercent }) =>
            tAsk('option', {
              employer: employerName,
              from: formatDate(from, locale),
              percent: extentPercent,
            }),
        },
        {
          key: 'status',
          head: t('status'),
          cell: (one) => <QuestionStatus confirmation={one} now={now} day={dayOf(one.expiresAt)} />,
        },
        {
          key: 'do',
          head: t('do'),
          cell: ({ id, contactName, endedAs, answered }) =>
            endedAs === null &&
            !answered && (
              <div className="flex flex-wrap gap-2">
                {([...(open ? (['resend'] as const) : []), 'revoke'] as const).map((what) => (
                  <form key={what} method="post" action={`/api/employer-confirmations/${id}/${what}`}>
                    <FormBasis formKey={keyOf(`${what}-${id}`)} back={back} />
                    <Button look="plain" aria-label={t(`${what}Named`, { name: contactName })}>
                      {t(what)}
                    </Button>
                  </form>
                ))}
              </div>
            ),
        },
      ]}
    />
  );
}

type StatusProps = { readonly confirmation: ShownConfirmation; readonly now: string; readonly day: string };

function QuestionStatus({ confirmation: { answered, endedAs, expiresAt }, now, day }: StatusProps) {
  const t = useTranslations('evidence.questions');
  if (answered) return <Status tone="ok">{t('answered')}</Status>;
  if (endedAs !== null) return <Status tone="none">{t(endedAs)}</Status>;
  return expiresAt <= now ? (
    <Status tone="warn">{t('expired', { day })}</Status>
  ) : (
    <Status tone="wait">{t('waiting', { day })}</Status>
  );
}
