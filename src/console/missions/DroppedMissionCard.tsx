import { ProblemList, problemCounts } from '../shell/ProblemList';
import { forgetMission, useDrop } from '../stores/drop';
import { estimateWords, partsOf } from './facts';
import { SketchView } from './SketchView';
import { StartButtons } from './StartButtons';
import { useIntoSight } from './useIntoSight';

/** A mission somebody dropped: what it is and what is wrong with it. It waits until it is started. */
export function DroppedMissionCard() {
  const mission = useDrop((s) => s.mission);
  const card = useIntoSight<HTMLElement>(mission?.plan);
  if (mission === null) return null;
  const { plan, commands, problems, estimate, name } = mission;
  const broken = problems.some((p) => p.severity === 'error');
  return (
    <article className="card dropped" ref={card} aria-label={`Dropped mission: ${plan.title}`}>
      <div className="dropped-picture">
        <SketchView plan={plan} />
      </div>
      <div className="dropped-words">
        <p className="hint">
          Mission from <code>{name}</code>
        </p>
        <h2>{plan.title}</h2>
        {plan.summary !== '' && <p className="lead">{plan.summary}</p>}
        <p className="hint">{partsOf(plan, commands)}</p>
        {problems.length > 0 && (
          <details className={broken ? 'tone-bad' : 'tone-warn'} open={broken || problems.length <= 3}>
            <summary>{problemCounts(problems)}</summary>
            <ProblemList problems={problems} />
          </details>
        )}
        <div className="sample-foot">
          <span className="hint">
            {broken ? 'It can start when the errors are mended. Change the file and drop it again.' : null}
            {!broken && estimate !== null && estimateWords(estimate)}
          </span>
          <div className="start-buttons">
            <button type="button" className="btn quiet" onClick={forgetMission}>
              Put away
            </button>
            {!broken && <StartButtons plan={plan} commands={commands} first />}
          </div>
        </div>
      </div>
    </article>
  );
}
