/* Which screens are a worker's own pages. */
import type { Screen } from '@kuaizhao/kiosk/session/face.ts';

const places = [
  'home', 'told', 'jobs', 'jobTrades', 'jobDetail', 'wishes', 'wish', 'calls', 'call', 'callNo', 'offer', 'whyNot', 'evening', 'eveningHire', 'notPaid', 'rights',
  'data', 'copy', 'newPhone', 'newTrades', 'consents', 'erase', 'eraseSure', 'opinion', 'news', 'leaflet', 'steadyJobs', 'training', 'sheet', 'crew', 'booked', 'bookService', 'slots',
] as const satisfies readonly Screen['at'][];
export type WorkerScreen = Extract<Screen, { readonly at: (typeof places)[number] }>;

const worker: ReadonlySet<string> = new Set(places);
export const isWorkerScreen = (screen: Screen): screen is WorkerScreen => worker.has(screen.at);
