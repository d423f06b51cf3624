/* The records' door over a test's engine, with one member of staff of every role. */
import { join } from 'node:path';
import { recordsQueries } from '@kuaizhao/sync-agent/contract/queries/records.ts';
import { createDesk } from '@kuaizhao/sync-agent/hall/queries/desk.ts';
import { recordsAnswers } from '@kuaizhao/sync-agent/hall/records/answer-queries.ts';
import type { TestEngine } from '../../../fixtures/engine.ts';
import { hallSettings } from '../../../fixtures/hall.ts';

export function openDesk(hall: TestEngine) {
  let ids = 0;
  const folder = join(hall.dir, 'exports');
  const desk = createDesk(recordsQueries, recordsAnswers({
    db: hall.db, engine: hall.engine, settings: hallSettings, folder, now: () => hall.clock.now, newId: () => `desk-command-${++ids}`, breathe: () => Promise.resolve(),
  }));
  return { desk, folder };
}
