import { useTranslations } from 'next-intl';
import { AttestLine } from '#components/reporting/attest-line.tsx';
import { ATTEST_FORM_ID } from '#components/reporting/attest-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { asksForALook, type AttestPreview, type AttestRow } from '#lib/domain/report/attest-preview.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly preview: AttestPreview;
  /** As the form was sent, where it came back. */
  readonly typed: KeptForm['values'] | undefined;
};

/** What will be sent, line by line: first what a reviewer would stop at, then the rest; and what is kept back by choice. */
export function AttestLines({ preview, typed }: Props) {
  const t = useTranslations('attest');
  const { month, rows, kept } = preview;
  const indexed = rows.map((row, index) => ({ row, index }));
  const look = indexed.filter(({ row }) => asksForALook(row));
  const rest = indexed.filter(({ row }) => !asksForALook(row));
  const lines = (those: readonly { readonly row: AttestRow; readonly index: number }[]) => (
    <ul>
      {those.map(({ row, index }) => (
        <AttestLine
          key={row.placementId}
          row={row}
          month={month}
          index={index}
          formId={ATTEST_FORM_ID}
          marked={typed?.[`reports.${index}.leave`] !== undefined}
        />
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="sent">
      <h2 id="sent" className="text-lg">
        {t('page.sent')}
      </h2>
      <p className="mb-3 max-w-measure text-ink-2">{t('page.sentHint')}</p>
      <Sheet className="px-5 py-4 max-md:px-4">
        {look.length > 0 && (
          <>
            <h3 className="text-base">{t('page.look', { count: look.length })}</h3>
            <p className="mb-1 text-sm text-ink-2">{t('page.lookHint')}</p>
            {lines(look)}
          </>
        )}
        {look.length > 0 && rest.length > 0 && (
          <h3 className="mt-6 text-base">{t('page.rest', { count: rest.length })}</h3>
        )}
        {lines(rest)}
      </Sheet>
      {kept.length > 0 && <Kept kept={kept} />}
      <div className="no-print mt-4 flex flex-wrap items-center gap-x-6 gap-y-2">
        <Button
          id="choose"
          look="plain"
          form={ATTEST_FORM_ID}
          formAction={`/api/provider/months/${month}/attest/choose`}
        >
          {t('choose.update')}
        </Button>
        <p className="max-w-measure text-sm text-ink-2">{t('choose.hint')}</p>
      </div>
    </section>
  );
}

function Kept({ kept }: Pick<AttestPreview, 'kept'>) {
  const t = useTranslations('attest');
  return (
    <Sheet className="mt-4 px-5 py-4 max-md:px-4">
      <h3 className="text-base">{t('choose.kept', { count: kept.length })}</h3>
      <p className="mb-2 text-sm text-ink-2">{t('choose.keptHint')}</p>
      <ul>
        {kept.map(({ placementId, participantName }, index) => (
          <li key={placementId}>
            <input
              type="hidden"
              form={ATTEST_FORM_ID}
              name={`kept.${index}.placementId`}
              value={placementId}
            />
            <label className="choice">
              <input
                type="checkbox"
                form={ATTEST_FORM_ID}
                name={`kept.${index}.leave`}
                value="on"
                defaultChecked
                aria-label={t('line.keepName', { name: participantName })}
              />
              <span className="choice-label" aria-hidden="true">
                {participantName}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
