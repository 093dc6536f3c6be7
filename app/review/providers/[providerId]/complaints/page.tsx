import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { ComplaintsView } from '#components/complaint/complaint-views.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { complaintListInput } from '#lib/schemas/complaint.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { today } from '#lib/server/clock.ts';
import { answerComplaint } from '#lib/server/complaint/answer-complaint.ts';
import { listComplaints } from '#lib/server/complaint/list-complaints.ts';
import { writeComplaint } from '#lib/server/complaint/write-complaint.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review-insight.complaints');
  return { title: t('title') };
}

type Props = {
  params: Promise<{ providerId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export default async function ComplaintsPage({ params, searchParams }: Props) {
  const actor = await requireActor('reviewer', 'caseworker', 'auditor');
  const { providerId } = await params;
  if (!z.uuid().safeParse(providerId).success) notFound();
  const search = await searchParams;
  const { page, show } = complaintListInput.parse(search);
  const list = await load(listComplaints, actor, { providerId, page, show });
  const done = search['done'] === 'written' || search['done'] === 'answered' ? search['done'] : null;
  return (
    <PageBody>
      <ComplaintsView
        list={list}
        show={show}
        today={today()}
        done={done}
        writes={actor.role !== 'auditor'}
        crumb={
          actor.role === 'caseworker'
            ? null
            : { href: `/review/providers/${providerId}`, words: list.providerName }
        }
        attempt={await loadAttempt(actor, search['attempt'], writeComplaint.name)}
        answerAttempt={await loadAttempt(actor, search['attempt'], answerComplaint.name)}
        newKey={newId}
      />
    </PageBody>
  );
}
