import path from 'node:path';
import { readSettings } from '#lib/server/env.ts';
import { OperatorFault } from '#lib/server/operator-fault.ts';
import { startMailSink } from '#scripts/mail-sink/server.ts';
import { onStop, runMain } from '#scripts/lib/run-main.ts';

// The demo's mail server: started by npm start where no SMTP_URL is set.
await runMain(async () => {
  const smtpPort = Number(process.env['MAIL_SINK_SMTP_PORT']);
  const httpPort = Number(process.env['MAIL_SINK_HTTP_PORT']);
  if (!smtpPort || !httpPort)
    throw new OperatorFault('MAIL_SINK_SMTP_PORT and MAIL_SINK_HTTP_PORT are set by npm start.');
  const folder = path.join(readSettings(process.env).PORTAL_DATA_DIR, 'mail');
  const sink = await startMailSink({ folder, smtpPort, httpPort });
  onStop(() => sink.close());
  console.log('Mail sink ready');
});
