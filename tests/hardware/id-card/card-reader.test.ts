/* The true driver against the simulated module, in time that moves only when told: placing, lifting, refusing, falling silent, being pulled out. */
import { describe, expect, test } from 'vitest';
import { createCardReader } from '@kuaizhao/hardware/id-card/card-reader.ts';
import { lyingLimits } from '@kuaizhao/hardware/id-card/lying-card.ts';
import { createReaderSimulator } from '@kuaizhao/hardware/id-card/simulator.ts';
import type { ReaderEvent } from '@kuaizhao/hardware/ports.ts';
import { createManualTimer } from '../manual-timer.ts';
import { bench, open } from './reader-bench.ts';
import { people, vectorNames } from './vectors.ts';

describe('a card', () => {
  test.each(vectorNames)('%s is read once, however long it lies, and its leaving is told', async (name) => {
    const { timer, module, events } = bench();
    await timer.advance(1_000);
    module.place(people[name]);
    await timer.advance(60_000);
    expect(events).toEqual([{ type: 'ready', samId: module.samId }, { type: 'cardRead', card: people[name] }]);
    module.lift();
    await timer.advance(1_500);
    expect(events.slice(2)).toEqual([{ type: 'cardLifted' }]);
  });
  test('is read within its own time, the wire and one round of finding', async () => {
    const { timer, module, told } = bench();
    await timer.advance(1_000);
    module.place(people.resident);
    const placed = timer.now();
    await timer.until(() => told().includes('张三丰'));
    expect(timer.now() - placed).toBeLessThan(800 + 1295 / 11.5 + 300 + 100);
  });
  test('placed again is read again; another one too', async () => {
    const { timer, module, told } = bench();
    await timer.advance(1_000);
    for (const name of ['resident', 'resident', 'hmtJ'] as const) {
      module.place(people[name]);
      await timer.advance(3_000);
      module.lift();
      await timer.advance(2_000);
    }
    expect(told()).toEqual(['ready', '张三丰', 'cardLifted', '张三丰', 'cardLifted', '陈大文', 'cardLifted']);
  });
  test('replaced by another without a gap: the first left, the second is read', async () => {
    const { timer, module, told } = bench();
    await timer.advance(1_000);
    module.place(people.resident);
    await timer.advance(3_000);
    module.place(people.hmtJ);
    await timer.advance(3_000);
    expect(told()).toEqual(['ready', '张三丰', 'cardLifted', '陈大文']);
  });
  test('lifted at any moment of its reading: asked to be placed again or read, never another person, and the next is read', async () => {
    for (let at = 0; at <= 1_300; at += 25) {
      const { timer, module, told } = bench();
      await timer.advance(1_000);
      module.place(people.resident);
      await timer.advance(at);
      module.lift();
      await timer.advance(3_000);
      expect([['ready'], ['ready', 'placeAgain', 'cardLifted'], ['ready', '张三丰', 'cardLifted']]).toContainEqual(told().slice(0, 3));
      module.place(people.hmtJ);
      await timer.advance(3_000);
      expect(told().at(-1)).toBe('陈大文');
    }
  });
});

describe('modules that differ', () => {
  test('30 05 unknown, lying card hidden: the leaving is presumed after its limit, and a new placement is noticed before', async () => {
    const { timer, module, told } = bench({ knowsManagementNumber: false });
    await timer.advance(1_000);
    module.place(people.resident);
    await timer.advance(4_000);
    module.lift();
    await timer.advance(1_000);
    module.place(people.hmtJ);
    await timer.advance(2_000);
    expect(told()).toEqual(['ready', '张三丰', 'cardLifted', '陈大文']);
    await timer.advance(lyingLimits.presumeLiftedMs + 1_000);
    expect(told().at(-1)).toBe('cardLifted');
    await timer.advance(30_000);
    expect(told()).toHaveLength(5);
  });
  test('30 05 unknown, lying card found again and again: read once, its leaving seen', async () => {
    const { timer, module, told } = bench({ knowsManagementNumber: false, findsReadCardAgain: true });
    await timer.advance(1_000);
    module.place(people.resident);
    await timer.advance(30_000);
    expect(told()).toEqual(['ready', '张三丰']);
    module.lift();
    await timer.advance(1_500);
    module.place(people.resident);
    await timer.advance(3_000);
    expect(told()).toEqual(['ready', '张三丰', 'cardLifted', '张三丰']);
  });
  test('30 05 known, lying card found again: read once', async () => {
    const { timer, module, told } = bench({ findsReadCardAgain: true });
    await timer.advance(1_000);
    module.place(people.resident);
    await timer.advance(30_000);
    module.lift();
    await timer.advance(1_500);
    expect(told()).toEqual(['ready', '张三丰', 'cardLifted']);
  });
  test('pieces of one byte, noise before each answer: still read', async () => {
    const { timer, module, told } = bench({ pieceBytes: 1 });
    module.setFaults({ noiseBytes: 23 });
    await timer.advance(1_500);
    module.place(people.uyghurName);
    await timer.advance(3_000);
    expect(told()).toEqual(['ready', people.uyghurName.name]);
  });
});

describe('a wire and a card that make trouble', () => {
  test('answers that stop in the middle: silent, and whole again when they are whole', async () => {
    const { timer, module, told } = bench();
    await timer.advance(1_000);
    module.place(people.resident);
    module.setFaults({ stalls: true });
    await timer.advance(10_000);
    module.setFaults({ stalls: false, pieceBytes: 3 });
    await timer.advance(8_000);
    expect(told()).toEqual(['ready', 'silent', 'ready', '张三丰']);
  });
  test('a slow card is read as long as it is within the limit, and asked to be placed again beyond it', async () => {
    const { timer, module, told } = bench();
    module.setFaults({ cardReadMs: 1_700 });
    await timer.advance(1_000);
    module.place(people.resident);
    await timer.advance(5_000);
    expect(told()).toEqual(['ready', '张三丰']);
    module.lift();
    await timer.advance(2_000);
    module.setFaults({ cardReadMs: 2_500 });
    module.place(people.hmtJ);
    await timer.advance(9_000);
    module.setFaults({ cardReadMs: undefined });
    // To the module the card was read, so it hides it until it is laid down anew, which is what people were asked to do.
    module.lift();
    module.place(people.hmtJ);
    await timer.advance(3_000);
    expect(told()).toEqual(['ready', '张三丰', 'cardLifted', 'placeAgain', 'cardLifted', '陈大文']);
  });
});

describe('trouble', () => {
  test.each([[0x41, 'placeAgain'], [0x31, 'placeAgain'], [0x33, 'placeAgain'], [0x47, 'placeAgain'], [0x81, 'placeAgain'], [0x40, 'unknownCard'], [0x32, 'rejectedCard']])(
    'select answers %i: %s, told once for as long as the card lies', async (code, trouble) => {
      const { timer, module, told } = bench();
      await timer.advance(1_000);
      module.setFaults({ select: code });
      module.place(people.resident);
      await timer.advance(20_000);
      expect(told()).toEqual(['ready', trouble]);
      module.setFaults({ select: undefined });
      module.lift();
      await timer.advance(1_500);
      module.place(people.resident);
      await timer.advance(3_000);
      expect(told()).toEqual(['ready', trouble, 'cardLifted', '张三丰']);
    });
  test('read fails for a while: the card is read as soon as it can be, without being placed again', async () => {
    const { timer, module, told } = bench();
    await timer.advance(1_000);
    module.setFaults({ read: 0x41 });
    module.place(people.resident);
    await timer.advance(5_000);
    module.setFaults({ read: undefined });
    await timer.advance(3_000);
    expect(told()).toEqual(['ready', 'placeAgain', '张三丰']);
  });
  test('a card whose text is no person', async () => {
    const { timer, module, told } = bench();
    await timer.advance(1_000);
    module.place({ ...people.resident, number: '12345' });
    await timer.advance(6_000);
    expect(told()).toEqual(['ready', 'unreadable']);
  });
  test('every code on every command ends in a clear state, and the reader recovers', async () => {
    for (const command of ['status', 'samId', 'find', 'select', 'read', 'managementNumber'] as const) {
      for (const code of [0x10, 0x11, 0x21, 0x23, 0x24, 0x31, 0x32, 0x33, 0x37, 0x3f, 0x40, 0x41, 0x47, 0x60, 0x66, 0x80, 0x81, 0x90, 0x91, 0x9f, 0x00, 0xff]) {
        const { timer, module, told, reader } = bench();
        module.setFaults({ [command]: code });
        module.place(people.resident);
        await timer.advance(8_000);
        module.lift();
        await timer.advance(2_000);
        module.setFaults({ [command]: undefined });
        await timer.advance(12_000);
        module.place(people.hmtJ);
        await timer.advance(4_000);
        expect([command, code, told().at(-1)]).toEqual([command, code, '陈大文']);
        await reader.close();
      }
    }
  });
});

describe('out of service', () => {
  test.each([[0x60, 'selfTest'], [0x66, 'notAuthorised']])('status %i: %s, and it goes on trying', async (code, reason) => {
    const { timer, module, told } = bench();
    module.setFaults({ status: code });
    await timer.advance(30_000);
    expect(told()).toEqual([reason]);
    module.setFaults({ status: undefined });
    await timer.advance(5_000);
    expect(told()).toEqual([reason, 'ready']);
  });
  test('falls silent in service', async () => {
    const { timer, module, told } = bench();
    await timer.advance(1_000);
    module.setFaults({ silent: true });
    await timer.advance(30_000);
    expect(told()).toEqual(['ready', 'silent']);
    module.setFaults({ silent: false });
    await timer.advance(5_000);
    expect(told()).toEqual(['ready', 'silent', 'ready']);
  });
  test('answers spoiled: as good as silent', async () => {
    const { timer, module, told } = bench();
    module.setFaults({ spoiled: true });
    await timer.advance(10_000);
    expect(told()).toEqual(['silent']);
  });
  test('falls silent while a card lies: the card counts as gone', async () => {
    const { timer, module, told } = bench();
    await timer.advance(1_000);
    module.place(people.resident);
    await timer.advance(3_000);
    module.setFaults({ silent: true });
    await timer.advance(10_000);
    expect(told()).toEqual(['ready', '张三丰', 'cardLifted', 'silent']);
  });
  test('cable pulled at any moment and put back: unplugged once, then ready, then cards again', async () => {
    for (let at = 0; at <= 1_300; at += 65) {
      const { timer, module, told } = bench();
      await timer.advance(1_000);
      module.place(people.resident);
      await timer.advance(at);
      module.unplug();
      module.lift();
      await timer.advance(20_000);
      expect(told().filter((word) => word === 'unplugged')).toHaveLength(1);
      module.plugIn();
      await timer.advance(6_000);
      expect(told().at(-1)).toBe('ready');
      module.place(people.hmtJ);
      await timer.advance(3_000);
      expect(told().at(-1)).toBe('陈大文');
    }
  });
  test('a port that never opens, and one that opens too late', async () => {
    const timer = createManualTimer();
    const module = createReaderSimulator({ timer });
    let slow = true;
    const reader = createCardReader({
      timer,
      openLine: () => (slow ? new Promise(() => undefined) : module.openLine()),
    });
    open.push(reader);
    const events: ReaderEvent[] = [];
    reader.onEvent((event) => events.push(event));
    await timer.advance(20_000);
    expect(events).toEqual([{ type: 'outOfService', reason: 'unplugged' }]);
    slow = false;
    await timer.advance(20_000);
    expect(events.at(-1)).toEqual({ type: 'ready', samId: module.samId });
  });
  test('a listener that comes late is told the present state; one that throws harms nobody', async () => {
    const { timer, module, reader, told } = bench();
    reader.onEvent(() => {
      throw new Error('owner at fault');
    });
    await timer.advance(1_000);
    const late: ReaderEvent[] = [];
    reader.onEvent((event) => late.push(event));
    await timer.advance(0);
    expect(late).toEqual([{ type: 'ready', samId: module.samId }]);
    module.place(people.resident);
    await timer.advance(3_000);
    expect(told().at(-1)).toBe('张三丰');
  });
  test('after close nothing runs and nothing is told', async () => {
    const { timer, module, reader, told } = bench();
    await timer.advance(1_000);
    await reader.close();
    module.place(people.resident);
    await timer.advance(10_000);
    expect(told()).toEqual(['ready']);
    expect(timer.pending()).toBe(0);
  });
});
