import { writeFileSync } from 'node:fs';
import { registerPage } from '#lib/domain/data-protection/register-page.ts';

// `npm run data-protection`: writes docs/data-protection.md from the register of personal data.

writeFileSync('docs/data-protection.md', registerPage());
