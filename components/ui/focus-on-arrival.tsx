'use client';

import { useEffect, useRef } from 'react';

export interface FocusOnArrivalProps {
  target: string;
  /** Focus is moved again when this changes: a new try with other faults. */
  of: string;
}

/**
 * Moves focus when a page is changed in place. A page that is loaded whole does it by itself, by `autofocus`, before
 * scripts run: where focus is somewhere already it stays there, so that nothing moves under a finger that is about to press.
 */
export function FocusOnArrival({ target, of }: FocusOnArrivalProps) {
  const hasArrived = useRef(false);
  useEffect(() => {
    const isLoaded = !hasArrived.current && document.activeElement !== document.body;
    hasArrived.current = true;
    if (of !== '' && !isLoaded) document.getElementById(target)?.focus();
  }, [target, of]);
  return null;
}
