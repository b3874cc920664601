import type { Problem } from './problem';
import { counted } from './words';

/** Nobody reads further; the count of the rest says how bad it is. */
export const PROBLEMS_SHOWN = 100;

/**
 * Collects problems of one file: the first 100 errors and the first 100 warnings, then one line that
 * counts the rest. Errors and warnings are capped apart, so that warnings never push out an error.
 */
export class ProblemList {
  private readonly shown: Problem[] = [];
  private readonly seen = { error: 0, warning: 0 };

  constructor(private readonly file: string) {}

  error(place: string, reason: string, remedy: string): void {
    this.add('error', place, reason, remedy);
  }

  warning(place: string, reason: string, remedy: string): void {
    this.add('warning', place, reason, remedy);
  }

  get errors(): number {
    return this.seen.error;
  }

  /** Problems that `all` will show one by one. */
  get kept(): number {
    return this.shown.length;
  }

  /** Errors first, each group in the order found. */
  all(): Problem[] {
    return [...this.group('error'), ...this.group('warning')];
  }

  private add(severity: Problem['severity'], place: string, reason: string, remedy: string): void {
    this.seen[severity] += 1;
    if (this.seen[severity] > PROBLEMS_SHOWN) return;
    this.shown.push({ severity, file: this.file, place, line: null, reason, remedy });
  }

  private group(severity: Problem['severity']): Problem[] {
    const group = this.shown.filter((p) => p.severity === severity);
    const more = this.seen[severity] - group.length;
    if (more > 0) {
      const reason = `And ${counted(more, `more ${severity}`)}`;
      const remedy = 'Mend those above first; the others are often of the same kind.';
      group.push({ severity, file: this.file, place: '', line: null, reason, remedy });
    }
    return group;
  }
}
