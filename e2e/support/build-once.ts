import { buildIfStale } from '../../tools/build-if-stale';

/** Before the first test: both builds, of the sources as they stand. */
export default function buildOnce(): void {
  buildIfStale();
}
