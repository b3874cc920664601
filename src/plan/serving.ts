/** The specialty that serves every skill; it never stands in for a compliance. */
export const GENERAL = 'general';

/** What a node offers. */
export interface Offer {
  specialties: readonly string[];
  compliance: readonly string[];
}
/** What a job asks for. */
export interface Demand {
  requiredSkills: readonly string[];
  requiredCompliance: readonly string[];
}

/** Whether one node alone can run a job: all of its skills (or `general`), and all of its compliance. */
export function serves(node: Offer, job: Demand): boolean {
  return (
    offersSkills(node, job.requiredSkills) &&
    job.requiredCompliance.every((tag) => node.compliance.includes(tag))
  );
}

/** Whether a node has every one of these skills, or `general`. */
export function offersSkills(node: Offer, skills: readonly string[]): boolean {
  return node.specialties.includes(GENERAL) || skills.every((skill) => node.specialties.includes(skill));
}
