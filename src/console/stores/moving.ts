import type { Pace } from '../../runner';
import { hasEnded, type Subject, wordsOf } from './subject';

/** The levers that move a run. Each leaves the subject saying how it is being moved, or why it is not. */
export async function play(subject: Subject, pace: Pace): Promise<void> {
  const { session, live } = subject;
  const { frame, failure } = live.getState();
  if (session === null || failure !== null || (frame !== null && hasEnded(frame.status))) return;
  live.setState({ playing: pace });
  await attempt(subject, () => session.play(pace));
}

export async function pause(subject: Subject): Promise<void> {
  subject.live.setState({ playing: null });
  await attempt(subject, () => subject.session?.pause());
  await subject.refresh();
}

export async function step(subject: Subject, ticks = 1): Promise<void> {
  subject.live.setState({ playing: null });
  await attempt(subject, () => subject.session?.step(ticks));
  await subject.refresh();
}

async function attempt(subject: Subject, act: () => Promise<void> | undefined): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (subject.live.getState().failure === null)
      subject.live.setState({ playing: null, trouble: wordsOf(error) });
  }
}
