import { Icon } from '../shell/Icon';
import { ChooseButtons } from './ChooseButtons';
import './drop.css';

/** The place that says that anything may be dropped, although the whole page takes it. */
export function DropZone() {
  return (
    <section className="drop-zone" aria-label="Open something of yours">
      <Icon name="upload" size={36} />
      <div>
        <strong>Drop a report folder, a zip or a mission anywhere on this page</strong>
        <p>or choose it here. Nothing you drop is changed, and nothing starts by itself.</p>
      </div>
      <ChooseButtons />
    </section>
  );
}
