/* What a service is called: the hall's own label, which every floor state carries. */
import { workService } from '@kuaizhao/db/domain/queue/facts.ts';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import type { Say } from '../../i18n/texts.ts';

/** The code itself for one that the hall has no more. */
export const serviceName = (say: Say, code: string, services: FloorState['services']): string =>
  (code === workService ? say('records.work') : services.find((one) => one.code === code)?.label ?? code);
