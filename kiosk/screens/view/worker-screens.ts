/* Which screens are a worker's own pages, with what only some come to: they need not be there with the first screen. */
import type { Screen } from '@kuaizhao/kiosk/session/face.ts';

const places = [
  'home', 'told', 'jobs', 'jobTrades', 'jobDetail', 'wishes', 'wish', 'calls', 'call', 'callNo', 'offer', 'whyNot', 'evening', 'eveningHire', 'notPaid', 'rights',
  'data', 'copy', 'newPhone', 'newTrades', 'consents', 'erase', 'eraseSure', 'typeId', 'opinion', 'news', 'leaflet', 'steadyJobs', 'training', 'sheet', 'crew', 'booked', 'bookService', 'slots',
] as const satisfies readonly Screen['at'][];
export type WorkerScreen = Extract<Screen, { readonly at: (typeof places)[number] }>;

const worker: ReadonlySet<string> = new Set(places);
export const isWorkerScreen = (screen: Screen): screen is WorkerScreen => worker.has(screen.at);
