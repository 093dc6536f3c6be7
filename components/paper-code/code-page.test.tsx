import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { CodePage } from '#components/paper-code/code-page.tsx';
import { CODE_TROUBLES, type CodeTrouble } from '#lib/domain/paper-code/paper-code.ts';
import { messagesFor } from '#lib/shared/i18n/catalogue.ts';

const page = (trouble: CodeTrouble | null) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="sv" messages={messagesFor('sv')} timeZone="Europe/Stockholm">
      <CodePage trouble={trouble} done={false} />
    </NextIntlClientProvider>,
  );

test.each(['mistyped', 'unknown', 'used', 'revoked', 'replaced', 'expired', 'chosen'] as const)(
  'a code that is %s is told at the field, which the summary leads to',
  (trouble) => {
    const html = page(trouble);
    expect(html).toMatch(/<input[^>]*aria-invalid="true"/);
    expect(html).toMatch(/aria-describedby="field-code-error field-code-hint"/);
    expect(html).toContain('href="#field-code"');
  },
);

test.each(['over', 'receiptOver', 'tooMany'] as const)('of %s the field is not to blame', (trouble) => {
  expect(page(trouble)).not.toContain('aria-invalid');
});

test('nobody is told that nothing is chosen, whatever came between', () => {
  for (const trouble of CODE_TROUBLES) expect(page(trouble)).not.toContain('Inget är valt');
  expect(page('receiptOver')).toContain('Har du redan valt gäller valet.');
});
