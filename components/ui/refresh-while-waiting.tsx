'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const EVERY_MILLISECONDS = 1500;
/** Longer than an attempt may take; then it is up to the reader. */
const MOST_TIMES = 12;

/** Makes the page anew while it waits for something that comes in a moment. */
export function RefreshWhileWaiting() {
  const router = useRouter();
  useEffect(() => {
    let times = 0;
    const timer = setInterval(() => {
      times += 1;
      if (times >= MOST_TIMES) clearInterval(timer);
      router.refresh();
    }, EVERY_MILLISECONDS);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
