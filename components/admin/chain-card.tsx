import { useLocale, useTranslations } from 'next-intl';
import { InstantText } from '#components/ui/date-text.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Status } from '#components/ui/status.tsx';
import type { ChainState, LastCheckpoint } from '#lib/domain/admin/audit-log.ts';

/** How far the log is locked, what the last checkpoint says, and how all of it is verified. */
export function ChainCard({ chain }: { readonly chain: ChainState }) {
  const t = useTranslations('admin.log');
  const locale = useLocale();
  const { links, waiting, lastLinkedAt, checkpoint } = chain;
  return (
    <Sheet className="grid gap-4 px-6 py-4 max-md:px-4">
      <DescriptionList
        facts={[
          { term: t('links'), detail: links.toLocaleString(locale) },
          {
            term: t('lastLinked'),
            detail: lastLinkedAt === null ? t('noLinks') : <InstantText instant={new Date(lastLinkedAt)} />,
          },
          { term: t('waiting'), detail: t('waitingCount', { count: waiting }) },
          {
            term: t('checkpoint'),
            detail: checkpoint === null ? t('checkpointNone') : <Checkpoint checkpoint={checkpoint} />,
          },
        ]}
      />
      <div className="max-w-measure">
        <h3 className="mb-1">{t('verify')}</h3>
        <p className="text-ink-2">{t('verifyText')}</p>
        <p className="mt-2">
          <code>npm run audit:verify</code>
        </p>
      </div>
    </Sheet>
  );
}

function Checkpoint({ checkpoint }: { readonly checkpoint: LastCheckpoint }) {
  const t = useTranslations('admin.log');
  return (
    <>
      {t.rich('checkpointAt', {
        seq: checkpoint.seq,
        at: () => <InstantText instant={new Date(checkpoint.at)} />,
      })}
      <span className="mt-1 block">{verdict(checkpoint)}</span>
    </>
  );

  function verdict({ genuine, agrees }: LastCheckpoint) {
    if (!genuine) return <Status tone="stop">{t('forged')}</Status>;
    return agrees ? <Status tone="ok">{t('agrees')}</Status> : <Status tone="stop">{t('differs')}</Status>;
  }
}
