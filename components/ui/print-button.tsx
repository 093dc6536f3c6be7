'use client';

import { type ReactNode, useSyncExternalStore } from 'react';
import { Button } from '#components/ui/button.tsx';

const never = () => () => {};

/** Opens the browser's own print window. Not there without JavaScript, which it needs. */
export function PrintButton({ children }: { children: ReactNode }) {
  const runs = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!runs) return null;
  return (
    <Button look="plain" type="button" icon="print" onClick={() => globalThis.print()}>
      {children}
    </Button>
  );
}
