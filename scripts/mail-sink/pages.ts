import type { StoredMail } from '#scripts/mail-sink/mail-store.ts';

// The demo's mailbox, in Swedish like the portal: a list with a search, and one mail.

export const stylesheet = `
:root { color-scheme: light dark; font: 106%/1.5 system-ui, sans-serif }
body { max-width: 56rem; margin: 0 auto; padding: 1rem }
header { padding-block: .5rem; border-bottom: 1px solid GrayText }
table { border-collapse: collapse; width: 100% }
caption { text-align: left; padding-block: .5rem }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid GrayText; overflow-wrap: anywhere }
input, button { font: inherit; padding: .4rem .6rem }
pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere }
dt { font-weight: 600 }
dd { margin: 0 0 .5rem }
`;

function page(title: string, main: string): string {
  return `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} – Demobrevlåda</title>
<link rel="stylesheet" href="/page.css">
</head>
<body>
<header><strong>Demobrevlåda</strong> · här hamnar mejl som portalen skickar i demon</header>
<main>
<h1>${escapeHtml(title)}</h1>
${main}
</main>
</body>
</html>`;
}

export function listPage(mails: readonly StoredMail[], words: string): string {
  const found = mails.length === 1 ? '1 mejl' : `${mails.length} mejl`;
  const rows = mails.map(
    (mail) => `<tr><td>${instant(mail.receivedAt)}</td><td>${escapeHtml(mail.to.join(', '))}</td>
<td><a href="/mail/${mail.id}">${escapeHtml(mail.subject === '' ? '(utan ämne)' : mail.subject)}</a></td></tr>`,
  );
  const nothing =
    words === ''
      ? 'Inga mejl än. När portalen skickar ett syns det här.'
      : 'Inga mejl passar sökningen. Prova andra ord.';
  const table = `<table><caption>${found}, nyast först</caption>
<thead><tr><th scope="col">Kom</th><th scope="col">Till</th><th scope="col">Ämne</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table>`;
  return page(
    'Mejl',
    `<form method="get" action="/" role="search"><label for="q">Sök i mejlen</label>
<input type="search" id="q" name="q" value="${escapeHtml(words)}"> <button>Sök</button></form>
${mails.length === 0 ? `<p>${nothing}</p>` : table}`,
  );
}

export function mailPage(mail: StoredMail): string {
  return page(
    mail.subject === '' ? '(utan ämne)' : mail.subject,
    `<dl><dt>Från</dt><dd>${escapeHtml(mail.from)}</dd><dt>Till</dt><dd>${escapeHtml(mail.to.join(', '))}</dd>
<dt>Kom</dt><dd>${instant(mail.receivedAt)}</dd></dl>
<pre>${escapeHtml(mail.text)}</pre>
<p><a href="/">Alla mejl</a></p>`,
  );
}

export function missingPage(): string {
  return page(
    'Mejlet finns inte',
    '<p>De äldsta mejlen tas bort när det blir fler än 500.</p><p><a href="/">Alla mejl</a></p>',
  );
}

function instant(iso: string): string {
  const shown = new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Stockholm',
  });
  return `<time datetime="${iso}">${shown.format(new Date(iso))}</time>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
