import { type TabProps, useAnswer } from '../answer';
import { Orrery } from '../orrery';
import './atlas.css';
import { Links } from './Links';
import { Mermaid } from './Mermaid';

/** The fabric as a map: the living picture, the archival drawing, and the links as a table. */
export function AtlasTab(props: TabProps) {
  const { view, description, frame, onOpen } = props;
  // What is linked to what changes only with the plan.
  const { answer: topology, problem } = useAnswer(() => view.topology(), 'topology', '');
  const moving = frame !== null && frame.ticksPerSecond > 0;
  return (
    <div className="atlas">
      <div className="atlas-orrery">
        <Orrery description={description} frame={frame} onOpen={onOpen} />
      </div>
      {topology === null && problem !== null && (
        <p className="data-problem">The atlas could not be read: {problem}</p>
      )}
      {topology !== null && (
        <div className="atlas-below">
          <Mermaid topology={topology} moving={moving} name={description.label} />
          <Links topology={topology} description={description} onOpen={onOpen} />
        </div>
      )}
    </div>
  );
}
