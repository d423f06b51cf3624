/* The page as a preview: what its own opener or frame tells it is drawn; nothing of it comes from the hall. */
import type { StoreApi } from 'zustand/vanilla';
import { previewMessageSchema, previewReady } from '@kuaizhao/sync-agent/contract/boards/preview.ts';
import { now } from '../../kit/use-now.ts';
import { afterOrder, afterWhole, type BoardMemory } from '../board-memory.ts';
import { sampleState } from './sample.ts';

/** Listens to the one who opened this page, if it is of our own origin, and says that it may begin. */
export function startPreview(memory: StoreApi<BoardMemory>): void {
  const asker = window.parent === window ? window.opener as Window | null : window.parent;
  window.addEventListener('message', ({ origin, source, data }: MessageEvent<unknown>) => {
    if (origin !== window.location.origin || source !== asker) return;
    const parsed = previewMessageSchema.safeParse(data);
    if (!parsed.success) return;
    const { plan, scene, state } = parsed.data.boardPreview;
    const moment = now();
    const told = afterWhole({ ...memory.getState(), state: undefined, link: { at: 'up' } }, state ?? sampleState(moment.wall), moment);
    memory.setState(afterOrder(told, { plan, published: true, scene, why: 'hand', speaks: false }));
  });
  asker?.postMessage(previewReady, window.location.origin);
}
