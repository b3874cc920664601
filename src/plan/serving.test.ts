import { expect, it } from 'vitest';
import { serves } from './serving';

it('serves with all skills or general, and always with all compliance', () => {
  const job = { requiredSkills: ['gpu', 'vision'], requiredCompliance: ['GDPR'] };
  expect(serves({ specialties: ['vision', 'gpu'], compliance: ['GDPR'] }, job)).toBe(true);
  expect(serves({ specialties: ['gpu'], compliance: ['GDPR'] }, job)).toBe(false);
  expect(serves({ specialties: ['general'], compliance: ['GDPR'] }, job)).toBe(true);
  expect(serves({ specialties: ['general'], compliance: [] }, job)).toBe(false);
});
