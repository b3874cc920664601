import { compareUtf8 } from '../../plan';

/** What a job asks of a node; jobs with equal requirements share one. */
export interface JobClass {
  name: string;
  skills: string[];
  compliance: string[];
}

/** Numbers the classes of jobs in the order they are met. */
export class JobClasses {
  readonly list: JobClass[] = [];
  /** By requirement as written, order and repetition included: most jobs are written alike. */
  private readonly byText = new Map<string, number>();
  private readonly bySets = new Map<string, number>();

  numberOf(skills: readonly string[], compliance: readonly string[]): number {
    // ids hold no control characters; joining one or no tag makes no new text
    const wanted = skills.join('\n');
    const text = compliance.length === 0 ? wanted : `${wanted}\t${compliance.join('\n')}`;
    let number = this.byText.get(text);
    if (number === undefined) {
      number = this.numberOfSets(inOrder(skills), inOrder(compliance));
      this.byText.set(text, number);
    }
    return number;
  }

  private numberOfSets(skills: string[], compliance: string[]): number {
    const key = JSON.stringify([skills, compliance]);
    let number = this.bySets.get(key);
    if (number === undefined) {
      const wants = [...skills, ...compliance.map((tag) => `${tag} certified`)];
      const name = wants.length === 0 ? 'anything' : wants.join(' + ');
      number = this.list.push({ name, skills, compliance }) - 1;
      this.bySets.set(key, number);
    }
    return number;
  }
}

const inOrder = (tags: readonly string[]): string[] => [...new Set(tags)].sort(compareUtf8);
