'use client';

import { useEffect } from 'react';

export interface FocusOnArrivalProps {
  target: string;
  /** Focus is moved again when this changes: a new try with other faults. */
  of: string;
}

/** Moves focus when a page is changed in place. A page that is loaded whole does it by itself, by `autofocus`. */
export function FocusOnArrival({ target, of }: FocusOnArrivalProps) {
  useEffect(() => {
    if (of !== '') document.getElementById(target)?.focus();
  }, [target, of]);
  return null;
}
