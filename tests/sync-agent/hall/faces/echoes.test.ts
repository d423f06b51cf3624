/* What boards answered for a call: nobody reads what was only said, so a number that no board has shown is cried out. */
import { expect, test } from 'vitest';
import type { ShownCall } from '@kuaizhao/db/hall/faces/board.ts';
import { createEchoes } from '@kuaizhao/sync-agent/hall/faces/echoes.ts';
import { morning } from '../../../fixtures/engine.ts';

const call: ShownCall = { callId: 'c1', number: 'A001', kind: 'window', placeId: 'w1', at: morning, times: 1, open: true, begun: false, jobId: undefined, jobNumber: undefined, trades: [] };
const late = morning + 3_001;

test('F16 F17 only spoken is unheard: a call counts as heard when a board has shown it, and a recall is a call of its own', () => {
  const echoes = createEchoes();
  expect([echoes.unheard([call], morning + 3_000), echoes.unheard([call], late)]).toEqual([[], ['A001']]);
  echoes.spoken('board-1', 'hall', 'c1', 1, morning + 500);
  expect(echoes.unheard([call], late)).toEqual(['A001']);
  echoes.shown('board-2', 'c1', 1, morning + 600);
  expect(echoes.unheard([call], late)).toEqual([]);
  expect(echoes.unheard([{ ...call, times: 2 }], late)).toEqual(['A001']);
  expect(echoes.unheard([{ ...call, times: 2, open: false }], late)).toEqual([]);
});
