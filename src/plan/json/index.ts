export { checkJson, type JsonBound } from './check';
export { type JsonPath, offsetsOf, pathOf, placeOf, positionsOf } from './place';
export { type JsonFault, type JsonVisitor, walkJson } from './walk';
