export { shortDigest } from './digest';
export { roughly, whenInWords } from './time';
