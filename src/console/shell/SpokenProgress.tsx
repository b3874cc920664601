import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { COUNT_FIELDS } from '../../report';
import { whole } from '../format';
import type { Subject } from '../stores/subject';

const SPEAK_EVERY_MS = 10_000;
const COMPLETED = COUNT_FIELDS.indexOf('completed');

/** How far the run is, for ears: politely, and not more often than somebody can listen to. */
export function SpokenProgress({ subject }: { subject: Subject }) {
  const [words, setWords] = useState('');
  const moving = useStore(subject.live, (s) => s.playing !== null);
  useEffect(() => {
    if (!moving) return setWords('');
    const speak = () => {
      const { frame } = subject.live.getState();
      if (frame === null) return;
      const done = `${whole(frame.counts[COMPLETED])} of ${whole(subject.description.jobsTotal)} jobs done`;
      setWords(`Tick ${whole(Math.max(0, frame.tick))}, ${done}`);
    };
    const timer = setInterval(speak, SPEAK_EVERY_MS);
    return () => clearInterval(timer);
  }, [subject, moving]);
  return (
    <p className="visually-hidden" aria-live="polite">
      {words}
    </p>
  );
}
