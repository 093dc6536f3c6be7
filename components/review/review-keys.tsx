'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useSyncExternalStore } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Kbd } from '#components/ui/kbd.tsx';
import {
  areKeysOn,
  isTyping,
  KEY_OF,
  keyNamed,
  markShortcuts,
  press,
  type ReviewKey,
  switchKeys,
  watchKeys,
} from '#lib/client/review/review-keys.ts';

interface ReviewKeysProps {
  /** Those that do something on this page, in the order in which they are listed. */
  keys: readonly ReviewKey[];
}

/**
 * The keys of the bench, said where they work. They can be turned off, and do nothing while somebody writes: whoever speaks to the
 * computer, or holds a hand unsteadily, decides nothing by mistake.
 */
export function ReviewKeys({ keys }: ReviewKeysProps) {
  const t = useTranslations('review-bench.keys');
  const isOn = useSyncExternalStore(watchKeys, areKeysOn, () => true);
  useEffect(() => {
    if (!isOn) return undefined;
    const unmark = markShortcuts(keys);
    const onKeyDown = (event: KeyboardEvent) => {
      const name = keyNamed(event);
      if (name === null || !keys.includes(name) || isTyping(event.target)) return;
      if (press(name)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      unmark();
    };
  }, [isOn, keys]);
  return (
    <section
      id="review-keys"
      tabIndex={-1}
      aria-label={t('title')}
      className="no-print mt-8 flex flex-wrap items-center gap-x-6 gap-y-2 border-t border-line pt-4 text-xs text-ink-2 max-md:hidden"
    >
      {isOn && (
        <dl className="flex flex-wrap gap-x-6 gap-y-2">
          {keys.map((name) => (
            <div key={name} className="flex items-center gap-2">
              <dt>
                <Kbd>{KEY_OF[name].toUpperCase()}</Kbd>
              </dt>
              <dd>{t(name)}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="text-ink-3">{t(isOn ? 'why' : 'off')}</p>
      <Button type="button" look="quiet" onClick={() => switchKeys(!isOn)}>
        {t(isOn ? 'turnOff' : 'turnOn')}
      </Button>
    </section>
  );
}
