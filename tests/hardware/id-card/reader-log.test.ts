/* What the reader writes into the log: the licence identity of the kiosk, refusals by their names, and nobody. */
import { expect, test } from 'vitest';
import { bench } from './reader-bench.ts';
import { people } from './vectors.ts';

test('hardware.md §1 the SAM id once for each connection, each refusal by its own name and once, and nothing of a person', async () => {
  const { timer, module, logged } = bench();
  await timer.advance(1_000);
  module.place(people.resident);
  await timer.advance(3_000);
  module.setFaults({ silent: true });
  await timer.advance(6_000);
  module.setFaults({ silent: false, select: 0x31 });
  module.place(people.hmtJ);
  await timer.advance(9_000);
  module.unplug();
  await timer.advance(9_000);
  module.setFaults({ select: undefined });
  module.plugIn();
  await timer.advance(9_000);
  expect(logged.filter((line) => line.includes(module.samId))).toHaveLength(2);
  expect(logged.filter((line) => line.includes('readerReady'))).toHaveLength(3);
  expect(logged.filter((line) => line.includes('cardRefusedModule'))).toHaveLength(1);
  expect(logged.filter((line) => line.includes('readerNotOpened'))).toHaveLength(1);
  for (const { name, number } of [people.resident, people.hmtJ]) expect(logged.filter((line) => line.includes(name) || line.includes(number))).toEqual([]);
});
