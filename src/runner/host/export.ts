import type { EngineHost } from './engine-host';
export async function exportZip(_h: EngineHost, _t: (c: Uint8Array) => Promise<void>): Promise<void> {
  throw new Error('pending');
}
export async function exportFiles(
  _h: EngineHost,
  _t: (p: string, c: Uint8Array | null) => Promise<void>,
  _s?: AbortSignal,
): Promise<void> {
  throw new Error('pending');
}
