import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '#components/ui/data-table.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import type { OutcomeContent, OutcomeSpell } from '#lib/domain/outcome/outcome.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { formatOrgNo } from '#lib/shared/format-org-no.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

type Props = {
  readonly content: OutcomeContent;
  /** Exclusive; undefined where nothing has been decided about it. */
  readonly verifiedThrough?: PlainDate | null;
};

/** What the outcome is: when it began and was told of, and its spells. */
export function OutcomeContentFacts({ content, verifiedThrough }: Props) {
  const t = useTranslations('outcome');
  const locale = useLocale();
  const day = (date: PlainDate): string => formatDate(date, locale);
  const verified =
    verifiedThrough === null || verifiedThrough === undefined
      ? t('content.notVerified')
      : day(addDays(verifiedThrough, -1));
  return (
    <Sheet className="px-6 py-4 max-md:px-4">
      <DescriptionList
        layout="line"
        className="mb-4"
        facts={[
          { term: t('content.type'), detail: t(`type.${content.type}`) },
          { term: t('content.from'), detail: day(content.from) },
          { term: t('content.signalledOn'), detail: day(content.signalledOn) },
          ...(content.appliedOn === null
            ? []
            : [{ term: t('content.appliedOn'), detail: day(content.appliedOn) }]),
          ...(verifiedThrough === undefined ? [] : [{ term: t('content.verified'), detail: verified }]),
        ]}
      />
      <DataTable<OutcomeSpell & { readonly key: string }>
        caption={t('content.spells')}
        captionHidden
        rows={content.spells.map((spell, index) => ({ ...spell, key: String(index) }))}
        rowKey={({ key }) => key}
        columns={[
          { key: 'employer', head: t('content.employer'), cell: ({ employerName }) => employerName },
          {
            key: 'orgNo',
            head: t('content.orgNo'),
            cell: ({ employerOrgNo }) =>
              employerOrgNo === null ? t('content.noOrgNo') : formatOrgNo(employerOrgNo),
          },
          { key: 'from', head: t('content.first'), cell: ({ from }) => day(from) },
          {
            key: 'to',
            head: t('content.last'),
            cell: ({ to }) => (to === null ? t('content.goesOn') : day(addDays(to, -1))),
          },
          {
            key: 'extent',
            head: t('content.extent'),
            numeric: true,
            cell: ({ extentPercent }) => `${extentPercent} %`,
          },
        ]}
      />
    </Sheet>
  );
}
