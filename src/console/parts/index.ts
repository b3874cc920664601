export { LinkButton } from './LinkButton';
export { SectionTitle } from './SectionTitle';
