import { useTranslations } from 'next-intl';
import { LineReasons, UnitPrice } from '#components/statement/line-reasons.tsx';
import { statementHref } from '#components/statement/statement-address.ts';
import type { StatementReader } from '#components/statement/statement-reader.ts';
import { SubjectText } from '#components/statement/subject-text.tsx';
import { useGroupWords } from '#components/statement/group-words.ts';
import { Amount } from '#components/ui/amount.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Cell, Row, RowHead, TableBody } from '#components/ui/table.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { countsDays } from '#lib/domain/compensation/evaluation.ts';
import type { LineGroup, LineView, StatementView } from '#lib/domain/statement/statement-view.ts';
import type { StatementQuery } from '#lib/schemas/statement.ts';

interface GroupRowsProps {
  group: LineGroup;
  view: StatementView;
  reader: StatementReader;
  /** What the page was asked to show. */
  query: StatementQuery;
}

/** A group's sum, and its lines where they are shown. */
export function GroupRows({ group, view, reader, query }: GroupRowsProps) {
  const t = useTranslations('statement');
  const words = useGroupWords();
  const isShown = view.shown.includes(group.id);
  const lines = isShown ? view.lines.items.filter((line) => line.groupId === group.id) : [];
  return (
    <TableBody id={group.id}>
      <Row className={isShown ? 'print:break-after-avoid' : undefined}>
        <RowHead className="font-bold">
          {words.title(group)}
          <small>{words.participants(group)}</small>
        </RowHead>
        <Cell label={group.quantity === null ? undefined : t('paid.quantity')} className="whitespace-nowrap">
          {words.quantity(group.quantity, group.inDays)}
        </Cell>
        <Cell>
          {/* The column stays on paper, where its links are of no use. */}
          <span className="no-print">
            {!isShown && (
              <TextLink href={statementHref(reader.base, { show: group.id }, group.id)}>
                {t('group.show', { count: group.lines })}
              </TextLink>
            )}
            {isShown && group.id === query.show && !query.all && (
              <TextLink href={statementHref(reader.base, {}, group.id)}>{t('group.hide')}</TextLink>
            )}
          </span>
        </Cell>
        <Cell numeric label={t('paid.amount')} className="font-bold">
          <Amount value={group.amountOre} exact />
        </Cell>
      </Row>
      {lines.map((line) => (
        <LineRows key={line.id} line={line} view={view} reader={reader} query={query} />
      ))}
      {isShown && view.lines.pages > 1 && (
        <Row className="no-print">
          <Cell colSpan={4}>
            <Pagination
              page={view.lines.page}
              pages={view.lines.pages}
              hrefOf={(page) => statementHref(reader.base, { show: group.id, page }, group.id)}
            />
          </Cell>
        </Row>
      )}
    </TableBody>
  );
}

/** One line, and under it why. */
function LineRows({ line, view, reader, query }: Omit<GroupRowsProps, 'group'> & { line: LineView }) {
  const t = useTranslations('statement.paid');
  const words = useGroupWords();
  const basis = view.basis?.lineId === line.id ? view.basis : null;
  const { show, page } = query;
  const behind = basis === null ? line.id : null;
  return (
    <>
      <Row className="max-md:border-b-0 max-md:pb-0 md:[&>*]:border-b-0 md:[&>*]:pb-0 print:break-after-avoid">
        <RowHead className="font-normal">
          <SubjectText subject={line.subject} />
          {line.officeName !== null && <small>{line.officeName}</small>}
        </RowHead>
        <Cell
          label={line.quantity === null ? undefined : t('quantity')}
          colSpan={2}
          className="whitespace-nowrap"
        >
          {words.quantity(line.quantity, countsDays(line))} <UnitPrice line={line} />
        </Cell>
        <Cell numeric label={t('amount')}>
          <Amount value={line.amountOre} exact signed={line.isCorrection} />
        </Cell>
      </Row>
      <Row className="max-md:pt-0">
        <Cell colSpan={4} className="md:pt-0">
          <LineReasons
            line={line}
            reader={reader}
            basis={basis}
            behindHref={statementHref(reader.base, { show, page, behind }, `line-${line.id}`)}
          />
        </Cell>
      </Row>
    </>
  );
}
