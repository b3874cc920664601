export { Orrery, type OrreryProps } from './Orrery';
export { useSize } from './useSize';
