import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { AcceptView } from '#components/statement/answer/accept-view.tsx';
import { answersStatements, awaitsAnswer } from '#lib/domain/statement/answer-statement.ts';
import { statementIdInput } from '#lib/schemas/statement.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { acceptStatement } from '#lib/server/statement/answer/accept-statement.ts';
import { readAnswer } from '#lib/server/statement/answer/read-answer.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('statement-answer.accept');
  return { title: t('metaTitle') };
}

type Props = {
  params: Promise<{ statementId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

/** The question before a statement is accepted, and the confirmation after, which the provider's others can read too. */
export default async function AcceptStatementPage({ params, searchParams }: Props) {
  const actor = await requireActor('signatory', 'reporter', 'providerAdmin');
  const path = statementIdInput.safeParse(await params);
  if (!path.success) notFound();
  const { answer } = await load(readAnswer, actor, path.data);
  const answers = answersStatements(actor.role);
  if (awaitsAnswer(answer.status) && !answers) notFound();
  const { attempt: attemptId } = await searchParams;
  const attempt = await loadAttempt(actor, attemptId, acceptStatement.name);
  return (
    <PageBody>
      <AcceptView answer={answer} answers={answers} attempt={attempt} formKey={newId()} />
    </PageBody>
  );
}
