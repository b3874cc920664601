/**
 * The runner, loaded when the page is already on the screen. Everything below the console comes in through here.
 */
export const door = () => import('../../runner');
