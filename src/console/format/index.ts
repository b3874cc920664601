export { exactMoney, money } from './money';
export { aboutCounted, bytes, compact, counted, exactPercent, percent, whole } from './numbers';
export { duration, missionTime, ticks } from './time';
