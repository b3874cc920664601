import { useStore } from 'zustand';
import type { EntityRef } from '../../report';
import { whole } from '../format';
import { hasEnded, type Subject } from '../stores/subject';
import { href } from '../url';
import { Deck } from './Deck';
import { Schedule } from './Schedule';
import './commands.css';

/** The command deck: the levers at the left, what was and will be done at the right. */
export function CommandsTab({ subject, onOpen }: { subject: Subject; onOpen: (ref: EntityRef) => void }) {
  const commands = useStore(subject.live, (s) => s.commands);
  const steerable = useStore(
    subject.live,
    (s) => subject.session !== null && s.failure === null && (s.frame === null || !hasEnded(s.frame.status)),
  );
  return (
    <div className="commands">
      <Lever subject={subject} onOpen={onOpen} />
      <Schedule rows={commands?.rows ?? []} loading={commands === null} steerable={steerable} />
    </div>
  );
}

function Lever({ subject, onOpen }: { subject: Subject; onOpen: (ref: EntityRef) => void }) {
  const frame = useStore(subject.live, (s) => s.frame);
  const failed = useStore(subject.live, (s) => s.failure !== null);
  const { session } = subject;
  if (session === null)
    return (
      <Closed title="A report can be read, not steered">
        The list shows what the owner did while it ran. To steer, start the mission under Missions and choose
        Fly.
      </Closed>
    );
  if (failed)
    return (
      <Closed title="The engine failed">No command can reach it. Open the run again to steer it.</Closed>
    );
  if (frame !== null && hasEnded(frame.status))
    return (
      <Closed title={`The run ended at tick ${whole(frame.tick)}`}>
        Commands act while a run goes on. Start the mission again and choose Fly to steer it.
      </Closed>
    );
  return <Deck subject={subject} session={session} onOpen={onOpen} />;
}

function Closed({ title, children }: { title: string; children: string }) {
  return (
    <section className="empty commands-closed">
      <h2>{title}</h2>
      <p>{children}</p>
      <a className="btn" href={href({ screen: 'missions' })}>
        Go to Missions
      </a>
    </section>
  );
}
