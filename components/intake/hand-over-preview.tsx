import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { fieldId } from '#components/ui/field-id.ts';
import { Notice } from '#components/ui/notice.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Status } from '#components/ui/status.tsx';
import type { HandOverPage, HandOverPreview } from '#lib/domain/intake/coaches.ts';
import type { HandOverPreviewInput } from '#lib/schemas/intake.ts';

type Props = {
  readonly page: HandOverPage;
  readonly preview: HandOverPreview;
  readonly asked: HandOverPreviewInput;
  readonly formKey: string;
};

/** What handing over would do, and the one button that does exactly that. */
export function HandOverPreviewPart({ page, preview, asked, formKey }: Props) {
  const t = useTranslations('intake.handOver');
  const load = useTranslations('intake.load');
  const { coach, most } = page;
  return (
    <section aria-labelledby="preview" className="mt-10">
      <h2 id="preview" className="text-lg">
        {t('previewTitle')}
      </h2>
      <p className="mb-3 text-ink-2">{t('previewLead')}</p>
      <Sheet className="grid gap-8 p-6 max-md:px-4">
        <DataTable
          caption={t('previewTitle')}
          captionHidden
          rows={preview.after}
          rowKey={({ personId }) => personId}
          columns={[
            { key: 'name', head: t('after'), cell: ({ name }) => name },
            { key: 'before', head: t('before'), numeric: true, cell: ({ before }) => before },
            { key: 'gets', head: t('gets'), numeric: true, cell: ({ gets }) => `+${gets}` },
            {
              key: 'then',
              head: t('then'),
              numeric: true,
              cell: ({ before, gets }) =>
                before + gets > most ? (
                  <Status tone="warn" reason={load('over', { most })}>
                    {before + gets}
                  </Status>
                ) : (
                  <b>{before + gets}</b>
                ),
            },
          ]}
        />
        {preview.left.length > 0 && (
          <Notice tone="warn">{t('stays', { count: preview.left.length, name: coach.name })}</Notice>
        )}
        {preview.moves.length > 0 && <Moves page={page} preview={preview} />}
        {preview.moves.length > 0 && (
          <form
            method="post"
            action="/api/provider/intake/hand-over"
            id={fieldId('moves')}
            tabIndex={-1}
            className="outline-none"
          >
            <FormBasis formKey={formKey} back={backTo(asked)} />
            <input type="hidden" name="fromPersonId" value={coach.personId} />
            <HiddenMoves page={page} preview={preview} />
            <Button look="go">{t('submit', { count: preview.moves.length })}</Button>
          </form>
        )}
      </Sheet>
    </section>
  );
}

type PartProps = Pick<Props, 'page' | 'preview'>;

function Moves({ page: { participants, others }, preview: { moves } }: PartProps) {
  const t = useTranslations('intake.handOver');
  const to = new Map(moves.map(({ placementId, coachPersonId }) => [placementId, coachPersonId]));
  const nameOf = new Map(others.map(({ personId, name }) => [personId, name]));
  return (
    <DataTable
      caption={t('participants')}
      captionHidden
      rows={participants.filter(({ placementId }) => to.has(placementId))}
      rowKey={({ placementId }) => placementId}
      columns={[
        { key: 'name', head: t('participant'), cell: ({ name }) => name },
        {
          key: 'coach',
          head: t('newCoach'),
          cell: ({ placementId }) => nameOf.get(to.get(placementId) ?? ''),
        },
      ]}
    />
  );
}

function HiddenMoves({ page: { participants }, preview: { moves } }: PartProps) {
  const versionOf = new Map(participants.map(({ placementId, version }) => [placementId, version]));
  return moves.map(({ placementId, coachPersonId }, index) => (
    <span key={placementId} hidden>
      <input type="hidden" name={`moves.${index}.placementId`} value={placementId} />
      <input type="hidden" name={`moves.${index}.version`} value={versionOf.get(placementId) ?? 0} />
      <input type="hidden" name={`moves.${index}.coachPersonId`} value={coachPersonId} />
    </span>
  ));
}

/** The preview's own address: a refusal leads back to a fresh one. */
function backTo({ coachPersonId, who, placement, to }: HandOverPreviewInput): string {
  const search = new URLSearchParams([
    ['preview', '1'],
    ['who', who],
    ...(who === 'all' ? [] : placement.map((id) => ['placement', id])),
    ...to.map((id) => ['to', id]),
  ]);
  return `/provider/intake/coaches/${coachPersonId}/hand-over?${search.toString()}`;
}
