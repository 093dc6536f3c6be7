'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { runsIn, sentencesOf, type Sentence } from '#lib/client/read-aloud/sentences.ts';

export interface ReadAloudButtonsProps {
  /** The beginning of the tags of voices that speak the page's language. */
  voice: string;
  words: Record<'label' | 'start' | 'pause' | 'resume' | 'stop', string>;
}

type Reading = 'silent' | 'reading' | 'paused';

function hasVoice(language: string): boolean {
  return speechSynthesis.getVoices().some(({ lang }) => lang.toLowerCase().startsWith(language));
}

/** Whether the browser has a voice for the language. Voices may come a while after the page. */
function useVoice(language: string): boolean {
  const [found, setFound] = useState(false);
  useEffect(() => {
    if (!('speechSynthesis' in window)) return undefined;
    const look = () => setFound(hasVoice(language));
    look();
    speechSynthesis.addEventListener('voiceschanged', look);
    return () => {
      speechSynthesis.removeEventListener('voiceschanged', look);
      speechSynthesis.cancel();
    };
  }, [language]);
  return found;
}

/** Reading goes sentence by sentence, so that it can be paused on devices whose voices cannot. */
export function ReadAloudButtons({ voice, words }: ReadAloudButtonsProps) {
  const isThere = useVoice(voice);
  const [reading, setReading] = useState<Reading>('silent');
  const next = useRef<readonly Sentence[]>([]);
  const first = useRef<HTMLButtonElement>(null);

  function speak() {
    const sentence = next.current[0];
    if (sentence === undefined) return setReading('silent');
    const utterance = new SpeechSynthesisUtterance(sentence.text);
    utterance.lang = sentence.lang === document.documentElement.lang ? voice : sentence.lang;
    utterance.addEventListener('end', () => {
      // What was begun anew or stopped meanwhile goes its own way.
      if (next.current[0] !== sentence) return;
      next.current = next.current.slice(1);
      speak();
    });
    speechSynthesis.speak(utterance);
  }
  function begin() {
    const main = document.querySelector('main');
    next.current = main === null ? [] : sentencesOf(runsIn(main));
    go();
  }
  function go() {
    setReading('reading');
    speak();
  }
  function halt(to: 'silent' | 'paused') {
    // A copy is another list: the end of what is spoken now leads nowhere.
    next.current = to === 'silent' ? [] : next.current.map((sentence) => ({ ...sentence }));
    setReading(to);
    speechSynthesis.cancel();
  }

  function stop() {
    halt('silent');
    // The button that was pressed goes away: the one that begins again takes its place.
    first.current?.focus();
  }

  if (!isThere) return null;
  const [does, name] = (
    {
      silent: [begin, words.start],
      reading: [() => halt('paused'), words.pause],
      paused: [go, words.resume],
    } as const
  )[reading];
  return (
    <fieldset aria-label={words.label} className="flex flex-wrap gap-2">
      <Button ref={first} look="plain" icon="listen" type="button" onClick={does}>
        {name}
      </Button>
      {reading !== 'silent' && (
        <Button look="plain" type="button" onClick={stop}>
          {words.stop}
        </Button>
      )}
    </fieldset>
  );
}
