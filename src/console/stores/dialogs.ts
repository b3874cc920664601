import { create } from 'zustand';

export type DialogName = 'settings' | 'palette' | 'shortcuts' | 'save';

/** Which dialog is in front; one at a time. */
export const useDialogs = create<{ shown: DialogName | null }>(() => ({ shown: null }));
export const showDialog = (shown: DialogName | null): void => useDialogs.setState({ shown });
