'use client';

import { useEffect } from 'react';

/**
 * Puts the code of a form that was photographed into the field. It stands behind the # of the address, which is sent to no server
 * and lands in no log; it is taken away at once. Without JavaScript the code is typed.
 */
export function CodeFromAddress({ fieldId }: { fieldId: string }) {
  useEffect(() => {
    // As it was printed: a code holds nothing that an address would write in another way.
    const code = globalThis.location.hash.slice(1);
    const input = document.getElementById(fieldId);
    if (!/^[\dA-Z-]{16,24}$/i.test(code) || !(input instanceof HTMLInputElement)) return;
    input.value = code;
    const { pathname, search } = globalThis.location;
    globalThis.history.replaceState(globalThis.history.state, '', pathname + search);
  }, [fieldId]);
  return null;
}
