import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';

export const stylesheet = readFileSync(new URL('page.css', import.meta.url), 'utf8');
export const stylesheetPath = '/page.css';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/** A whole page; `main` is HTML whose values are escaped already. */
export function page(title: string, main: string): string {
  return `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} – Demolegitimering</title>
<link rel="stylesheet" href="${stylesheetPath}">
</head>
<body>
<header><strong>Demolegitimering</strong> · ersätter e-legitimation i Leverantörsportalens demo</header>
<main>
${main}
</main>
</body>
</html>`;
}

/** No script at all; styles from here alone; forms may lead back to the portal. */
export function pageHeaders(portalOrigin: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': `default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' ${portalOrigin}; frame-ancestors 'none'; base-uri 'none'`,
    'cache-control': 'no-store',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  };
}

export function sendPage(response: ServerResponse, status: number, html: string, portalOrigin: string): void {
  response.writeHead(status, { ...pageHeaders(portalOrigin), 'content-type': 'text/html; charset=utf-8' });
  response.end(html);
}
