import { createTransport, type Transporter } from 'nodemailer';
import { env } from '#lib/server/env.ts';
import type { JobContext } from '#lib/server/jobs/handlers.ts';
import { mailServer } from '#lib/server/jobs/mail-server.ts';
import type { JobData } from '#lib/server/jobs/queues.ts';

let transport: Transporter | undefined;

function transporter(): Transporter {
  transport ??= createTransport(mailServer(env().SMTP_URL));
  return transport;
}

/**
 * Sends one mail. A worker killed between the mail server's "accepted" and our noting it sends it again: with the same
 * Message-ID, made of the job's id, by which mail programs see that it is the same mail.
 */
export async function sendMail(mail: JobData<'mail.send'>, { jobId }: JobContext): Promise<void> {
  await transporter().sendMail({
    from: env().MAIL_FROM,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    ...(mail.html === undefined ? {} : { html: mail.html }),
    messageId: `<${jobId}@${new URL(env().PORTAL_URL).hostname}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(mail.language === undefined ? {} : { 'Content-Language': mail.language }),
    },
  });
}
