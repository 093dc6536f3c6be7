import { useLocale, useTranslations } from 'next-intl';
import { useGroupWords } from '#components/statement/group-words.ts';
import { factHref } from '#components/statement/statement-address.ts';
import type { StatementReader } from '#components/statement/statement-reader.ts';
import { SubjectText } from '#components/statement/subject-text.tsx';
import { Amount, Example } from '#components/ui/amount.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { factChangeSv } from '#lib/domain/statement/fact-changes-sv.ts';
import type { CorrectedPlacement } from '#lib/domain/statement/statement-changes.ts';
import { formatKronor } from '#lib/shared/money.ts';

interface CorrectedTableProps {
  placements: readonly CorrectedPlacement[];
  reader: StatementReader;
}

function Who({ placement, reader }: { placement: CorrectedPlacement; reader: StatementReader }) {
  const { subject, officeName } = placement;
  const href =
    subject.kind === 'participant' ? factHref(reader, 'placement', { ...subject, month: null }) : null;
  const name = <SubjectText subject={subject} />;
  return (
    <span className="block md:min-w-40">
      {href === null ? name : <TextLink href={href}>{name}</TextLink>}
      {officeName !== null && <small>{officeName}</small>}
    </span>
  );
}

/** What changed, as sentences, and which earlier amounts that corrects. */
function Changed({ placement: { changes, parts } }: { placement: CorrectedPlacement }) {
  const t = useTranslations('statement.changes');
  const words = useGroupWords();
  const locale = useLocale();
  return (
    <>
      {changes === null && <p className="text-ink-2">{t('hidden')}</p>}
      {changes?.length === 0 && <p>{t('noFact')}</p>}
      {changes !== null && changes.length > 0 && (
        <ul lang="sv" className="grid gap-1">
          {changes.map((change) => {
            const sentence = factChangeSv(change);
            return <li key={sentence}>{sentence}</li>;
          })}
        </ul>
      )}
      {changes !== null && (
        <p className="mt-1 text-xs text-ink-2">
          {parts
            .map(({ amountOre, ...part }) =>
              t('part', {
                what: words.title({ ...part, correction: false }),
                amount: formatKronor(amountOre, locale, { showOre: true }),
              }),
            )
            .join(' · ')}
        </p>
      )}
    </>
  );
}

/** Placements whose earlier lines are corrected, with the kronor of each. */
export function CorrectedTable({ placements, reader }: CorrectedTableProps) {
  const t = useTranslations('statement.changes');
  return (
    <Sheet className="px-4 pt-4 pb-1 md:px-6">
      <DataTable
        caption={t('correctedCaption')}
        captionHidden
        rows={placements}
        rowKey={({ placementId }) => placementId}
        columns={[
          { key: 'who', head: t('who'), cell: (placement) => <Who placement={placement} reader={reader} /> },
          { key: 'why', head: t('why'), cell: (placement) => <Changed placement={placement} /> },
          {
            key: 'amount',
            head: t('amount'),
            unit: <Example />,
            numeric: true,
            cell: ({ amountOre }) => <Amount value={amountOre} exact signed />,
          },
        ]}
      />
    </Sheet>
  );
}
