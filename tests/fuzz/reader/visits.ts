/* Whole visits over a bad wire: the true driver, the simulated module, and between them a wire that spoils answers. Whoever is told must be whoever lay there. */
import { createCardReader } from '@kuaizhao/hardware/id-card/card-reader.ts';
import { createReaderSimulator } from '@kuaizhao/hardware/id-card/simulator.ts';
import type { CardRead, Line, ReaderEvent } from '@kuaizhao/hardware/ports.ts';
import { createMutator, pieces, type Chance } from '../mutate.ts';
import { createVirtualTimer } from '../virtual-timer.ts';
import { everybody, head } from './frames.ts';

export interface VisitsOutcome { visits: number; answers: number; spoiled: number; read: number; readonly wrong: string[] }

const hiccups = ['none', 'none', 'none', 'swap', 'lift', 'unplug'] as const;

/** A line whose far end's bytes are spoiled, one piece in `every`; what comes in one piece is cut anew. */
function spoiledLine(line: Line, every: () => number, chance: Chance, outcome: VisitsOutcome): Line {
  const mutate = createMutator(chance, head);
  return {
    ...line,
    onBytes: (listener) => line.onBytes((bytes) => {
      outcome.answers += 1;
      const spoil = chance.nat(every()) === 0;
      if (spoil) outcome.spoiled += 1;
      for (const piece of pieces(spoil ? mutate(bytes) : bytes, chance)) listener(piece);
    }),
  };
}

/** `visits` placements of one to two cards, until `spoil` answers were spoiled too. */
export async function fuzzVisits(spoil: number, chance: Chance): Promise<VisitsOutcome> {
  const outcome: VisitsOutcome = { visits: 0, answers: 0, spoiled: 0, read: 0, wrong: [] };
  const timer = createVirtualTimer();
  const module = createReaderSimulator({ timer, cardReadMs: 120, bytesPerMs: Infinity, pieceBytes: 4_096, knowsManagementNumber: chance.nat(2) === 0, findsReadCardAgain: chance.nat(2) === 0 });
  let every = 3;
  const reader = createCardReader({ timer, openLine: async () => spoiledLine(await module.openLine(), () => every, chance, outcome) });
  /** who lay there since the last sure moment without a card */
  let lay: CardRead[] = [];
  let lastTold = '';
  reader.onEvent((event: ReaderEvent) => {
    lastTold = event.type;
    if (event.type !== 'cardRead') return;
    outcome.read += 1;
    if (!lay.some((card) => card.number === event.card.number && card.name === event.card.name)) outcome.wrong.push(`visit ${outcome.visits}: somebody who was not there`);
  });
  const place = (): void => {
    const card = everybody[chance.nat(everybody.length)];
    if (card === undefined) return;
    lay.push(card);
    module.place(card);
  };
  while (outcome.spoiled < spoil && outcome.wrong.length < 5) {
    outcome.visits += 1;
    every = 1 + chance.nat(6);
    place();
    await timer.run(chance.nat(2_500));
    const hiccup = hiccups[chance.nat(hiccups.length)];
    if (hiccup === 'swap') place();
    if (hiccup === 'unplug') module.unplug();
    if (hiccup === 'lift') module.lift();
    await timer.run(chance.nat(2_500));
    module.plugIn();
    module.lift();
    // A quiet wire: the driver finds its way back, and the next card is read.
    every = 1_000_000_000;
    await timer.run(25_000);
    lay = [];
    place();
    await timer.run(4_000);
    if (lastTold !== 'cardRead') outcome.wrong.push(`visit ${outcome.visits}: deaf on a quiet wire (${lastTold})`);
    module.lift();
    await timer.run(12_000);
    lay = [];
  }
  const closing = reader.close();
  await timer.run(10_000);
  await closing;
  return outcome;
}
