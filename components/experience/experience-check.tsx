import { useTranslations } from 'next-intl';
import { ExperienceRowStatus } from '#components/experience/experience-row-status.tsx';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/choices.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Cell, ColumnHead, Row, RowHead, Table, TableBody, TableHead } from '#components/ui/table.tsx';
import { EXPERIENCE_FIELDS, type ExperienceRow } from '#lib/domain/experience/experience-file.ts';
import type { JudgedRow } from '#lib/domain/experience/judge-experience-rows.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

/** A row of the file with what it comes to, and whether it is chosen. */
export type CheckedRow = ExperienceRow & { readonly take: boolean; readonly judgement: JudgedRow };

type Props = {
  readonly placementId: string;
  readonly rows: readonly CheckedRow[];
  readonly attempt: KeptForm | null;
  readonly formKey: string;
};

/** Every row of a file with what it comes to. Nothing is written before the button: those that are new can be chosen. */
export function ExperienceCheck({ placementId, rows, attempt, formKey }: Props) {
  const t = useTranslations('experience.check');
  const count = (state: JudgedRow['state']) =>
    rows.filter(({ judgement }) => judgement.state === state).length;
  const [fresh, wrong, double] = [count('new'), count('wrong'), count('double')];
  const ignored = attempt?.values['ignored'] ?? '';
  return (
    <PageSection title={t('title', { count: rows.length })} note={t('note', { fresh, wrong, double })}>
      {ignored !== '' && <p className="mb-3 max-w-measure text-ink-2">{t('ignored', { names: ignored })}</p>}
      <form method="post" action="/api/experience/import" className="grid justify-items-start gap-5">
        <FormBasis formKey={formKey} back={`/provider/participants/${placementId}/experience`} />
        <input type="hidden" name="placementId" value={placementId} />
        <input type="hidden" name="ignored" value={ignored} />
        <Table caption={t('caption')} captionHidden>
          <TableHead>
            <Row>
              <ColumnHead>{t('row')}</ColumnHead>
              <ColumnHead>{t('thing')}</ColumnHead>
              <ColumnHead>{t('state')}</ColumnHead>
            </Row>
          </TableHead>
          <TableBody>
            {rows.map((row, index) => (
              <CheckRow key={row.row} row={row} index={index} problems={attempt?.problem.errors ?? []} />
            ))}
          </TableBody>
        </Table>
        {fresh > 0 && (
          <Button look="go" big>
            {t(wrong === 0 && double === 0 ? 'save' : 'saveChosen', { count: fresh })}
          </Button>
        )}
      </form>
    </PageSection>
  );
}

type RowProps = {
  readonly row: CheckedRow;
  readonly index: number;
  readonly problems: KeptForm['problem']['errors'];
};

function CheckRow({ row, index, problems }: RowProps) {
  const t = useTranslations('experience.check');
  const said = [
    row.what,
    row.place,
    [row.fromYear, row.toYear].filter((year) => year !== '').join('–'),
    row.note,
  ];
  const words = said.filter((text) => text !== '').join(', ');
  return (
    <Row>
      <RowHead>{t('rowIs', { row: row.row })}</RowHead>
      <Cell label={t('thing')} wide>
        <input type="hidden" name={`rows.${index}.row`} value={row.row} />
        {EXPERIENCE_FIELDS.map((field) => (
          <input key={field} type="hidden" name={`rows.${index}.${field}`} value={row[field]} />
        ))}
        <span className="block text-xs text-ink-3">{row.kind}</span>
        <span className="wrap-anywhere">{words === '' ? t('nothing') : words}</span>
      </Cell>
      <Cell label={t('state')} wide>
        {row.judgement.state === 'new' ? (
          <Checkbox
            name={`rows.${index}.take`}
            label={t('take')}
            aria-label={t('takeNamed', { row: row.row, what: row.what })}
            defaultChecked={row.take}
            problems={problems}
          />
        ) : (
          <ExperienceRowStatus judgement={row.judgement} />
        )}
      </Cell>
    </Row>
  );
}
