/* How many lines one address may have, and how fast: with a clock that the test turns, and over a real server. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { addressOf, createCrowd, crowdLimits, guardServer } from '@kuaizhao/sync-agent/hall/doors/crowd.ts';

type Line = Parameters<ReturnType<typeof createCrowd>['enter']>[0];
function openCrowd() {
  const clock = { ms: 0 };
  const crowd = createCrowd(() => clock.ms);
  let port = 0;
  const ends: (() => void)[] = [];
  const cut: string[] = [];
  const line = (remoteAddress: string): Line => ({ remoteAddress, remotePort: port += 1, once: (_event: string, end: () => void) => { ends.push(end); }, resetAndDestroy: () => { cut.push(remoteAddress); } }) as unknown as Line;
  /** Opens so many, a new one each `everyMs`, each ended at once; gives how many were let in. */
  const hurry = (address: string, count: number, everyMs: number): number => {
    let entered = 0;
    for (let n = 0; n < count; n++) {
      clock.ms += everyMs;
      if (!crowd.enter(line(address))) continue;
      entered += 1;
      ends.pop()?.();
    }
    return entered;
  };
  return { clock, crowd, line, hurry, ends, cut };
}

test('§4 a thousand new lines a second from one address: a burst and fifty a second are looked at, and nobody else waits for it', () => {
  const { crowd, hurry } = openCrowd();
  const letIn = hurry('10.0.0.9', 10_000, 1);
  expect(letIn).toBeGreaterThanOrEqual(crowdLimits.burst + 9 * crowdLimits.perSecond);
  expect(letIn).toBeLessThanOrEqual(crowdLimits.burst + 10 * crowdLimits.perSecond + 1);
  expect(hurry('10.0.0.10', 60, 1)).toBe(60);
  expect(crowd.seen()).toMatchObject({ lines: 0, strangers: 0, addresses: 2, cutOff: 10_000 - letIn });
});

test('lines that have shown nothing are counted for themselves; whoever was admitted makes room, and so does whoever hangs up', () => {
  const { crowd, line, ends } = openCrowd();
  const open = Array.from({ length: crowdLimits.strangers }, () => line('10.0.0.9'));
  expect(open.map((one) => crowd.enter(one)).every(Boolean)).toBe(true);
  expect(crowd.enter(line('10.0.0.9'))).toBe(false);
  for (const one of open.slice(0, 3)) crowd.admitted(one);
  // Said twice it counts once.
  for (const one of open.slice(0, 3)) crowd.admitted(one);
  expect([0, 1, 2, 3].map(() => crowd.enter(line('10.0.0.9')))).toEqual([true, true, true, false]);
  ends[50]?.();
  expect([crowd.enter(line('10.0.0.9')), crowd.enter(line('10.0.0.9'))]).toEqual([true, false]);
  for (const end of ends.splice(0)) end();
  expect(crowd.seen().strangers).toBeLessThanOrEqual(1);
});

test('§4 many addresses together take what is for strangers and no more: a device comes in, at the cost of whoever holds most, and what devices hold is never taken', () => {
  const { clock, crowd, line, ends, cut } = openCrowd();
  const devices = Array.from({ length: 300 }, (_, n) => line(`10.0.1.${String(n % 3)}`));
  for (const one of devices) {
    clock.ms += 100;
    expect(crowd.enter(one)).toBe(true);
    crowd.admitted(one);
  }
  let entered = 0;
  for (let n = 0; n < 2_000; n++) {
    clock.ms += 1;
    if (crowd.enter(line(`10.0.9.${String(n % 20)}`))) entered += 1;
  }
  expect(crowd.seen()).toMatchObject({ strangers: crowdLimits.allStrangers, lines: 300 + crowdLimits.allStrangers });
  expect(entered).toBe(crowdLimits.allStrangers);
  expect(cut).toEqual([]);
  const device = line('10.0.1.1');
  expect(crowd.enter(device)).toBe(true);
  expect(cut).toEqual([expect.stringMatching(/^10\.0\.9\./)]);
  crowd.admitted(device);
  expect(crowd.seen()).toMatchObject({ strangers: crowdLimits.allStrangers - 1, lines: 301 + crowdLimits.allStrangers - 1 });
  // Every line ends once, whether it was cut before or not.
  for (const end of ends) end();
  expect(crowd.seen()).toMatchObject({ lines: 0, strangers: 0 });
});

test('as many addresses as lines: whoever is oldest makes room for the next, and a device that needs a moment to show itself keeps its line', () => {
  const { clock, crowd, line, cut } = openCrowd();
  const flood = (from: number, count: number): void => {
    for (let n = from; n < from + count; n++) {
      clock.ms += 1;
      expect(crowd.enter(line(`10.${String(n >> 8)}.${String(n & 255)}.9`))).toBe(true);
    }
  };
  flood(1, crowdLimits.allStrangers);
  const device = line('10.0.0.250');
  expect(crowd.enter(device)).toBe(true);
  flood(1_000, crowdLimits.allStrangers - 1);
  expect(cut).not.toContain('10.0.0.250');
  expect(cut.slice(0, 3)).toEqual(['10.0.1.9', '10.0.2.9', '10.0.3.9']);
  crowd.admitted(device);
  flood(3_000, 50);
  expect(cut).not.toContain('10.0.0.250');
});

test('no more lines of one address than a hall has devices, and no more of everybody than this machine bears', () => {
  const { clock, crowd, line } = openCrowd();
  const fill = (address: string, count: number): number => {
    let admitted = 0;
    for (let n = 0; n < count; n++) {
      clock.ms += 100;
      const one = line(address);
      if (!crowd.enter(one)) continue;
      crowd.admitted(one);
      admitted += 1;
    }
    return admitted;
  };
  expect(fill('10.0.0.1', 400)).toBe(crowdLimits.lines);
  expect([2, 3, 4, 5, 6].reduce((sum, n) => sum + fill(`10.0.0.${String(n)}`, 300), 0)).toBe(crowdLimits.all - crowdLimits.lines);
});

test('as many addresses as somebody makes up are not all remembered; those with open lines are', () => {
  const { crowd, line, hurry } = openCrowd();
  const kept = line('10.9.9.9');
  crowd.enter(kept);
  for (let n = 0; n < crowdLimits.addresses + 500; n++) hurry(`10.${String(n >> 16)}.${String((n >> 8) & 255)}.${String(n & 255)}`, 1, 0);
  expect(crowd.seen().addresses).toBe(crowdLimits.addresses);
  expect(crowd.seen().lines).toBe(1);
});

test('pages by address: a thousand at once, then a hundred a second', () => {
  const { clock, crowd, line } = openCrowd();
  const read = (count: number): number => Array.from({ length: count }, () => crowd.mayRead(line('10.0.0.9'))).filter(Boolean).length;
  expect(read(2_000)).toBe(crowdLimits.pagesBurst);
  clock.ms += 1_000;
  expect(read(2_000)).toBe(crowdLimits.pagesPerSecond);
});

test('a machine with IPv6 is its network, and one with IPv4 is itself however it is written', () => {
  expect([addressOf('::ffff:10.0.0.9'), addressOf('10.0.0.9')]).toEqual(['10.0.0.9', '10.0.0.9']);
  expect(addressOf('2001:db8:1:2:aaaa::1')).toBe(addressOf('2001:db8:1:2:bbbb::2'));
  expect(addressOf('2001:db8:1:3::1')).not.toBe(addressOf('2001:db8:1:2::1'));
});

test('a real server: lines too many are ended before a request of theirs is heard', async () => {
  let heard = 0;
  const server = createServer((_request, response) => { heard += 1; response.end('x'); });
  const crowd = createCrowd(() => 0);
  guardServer(server, crowd);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const lines: Socket[] = [];
  onTestFinished(() => { for (const line of lines) line.destroy(); server.close(); });
  let ended = 0;
  for (let n = 0; n < crowdLimits.strangers + 20; n++) lines.push(connect(port, '127.0.0.1').on('error', () => undefined).on('close', () => { ended += 1; }));
  await expect.poll(() => ended).toBe(20);
  lines.find((line) => !line.destroyed)?.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
  await expect.poll(() => heard).toBe(1);
  expect(crowd.seen().cutOff).toBe(20);
});
