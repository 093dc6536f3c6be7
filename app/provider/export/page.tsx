import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ExportView } from '#components/export/export-view.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { Refusal } from '#components/payment/refusal.tsx';
import { exportNotice } from '#lib/schemas/export.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { listExports } from '#lib/server/export/list-exports.ts';
import { requestExport } from '#lib/server/export/request-export.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('administration.export');
  return { title: t('title') };
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function ExportPage({ searchParams }: Props) {
  const actor = await requireActor('reporter', 'signatory', 'providerAdmin');
  const search = await searchParams;
  const exports = await load(listExports, actor, {});
  const attempt = await loadAttempt(actor, search['attempt'], requestExport.name);
  return (
    <PageBody>
      <Refusal attempt={attempt} />
      <ExportView
        {...exports}
        notice={exportNotice.parse(search['notice'])}
        formKey={newId()}
        attempt={attempt}
      />
    </PageBody>
  );
}
