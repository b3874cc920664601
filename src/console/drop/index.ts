export { DropAnywhere } from './DropAnywhere';
export { DropZone } from './DropZone';
