export { ProofTab } from './ProofTab';
