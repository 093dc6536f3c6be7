import { useTranslations } from 'next-intl';
import type { ApiScope } from '#lib/domain/api-client/scope.ts';

/** What a system may do, each on a line. */
export function ScopeLines({ scopes }: { scopes: readonly ApiScope[] }) {
  const t = useTranslations('systems');
  return scopes.map((scope) => (
    <span key={scope} className="block">
      {t(`scopes.${scope}`)}
    </span>
  ));
}
