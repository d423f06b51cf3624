/* The panel of the simulators: cards, faults and papers over http, for this machine only. */
import { afterEach, expect, test } from 'vitest';
import { cardSchema } from '@kuaizhao/db/domain/people/card.ts';
import type { CardRead } from '@kuaizhao/hardware/ports.ts';
import { createCardReader } from '@kuaizhao/hardware/id-card/card-reader.ts';
import { createReaderSimulator } from '@kuaizhao/hardware/id-card/simulator.ts';
import { createScannerSimulator } from '@kuaizhao/hardware/scanner/simulator.ts';
import { realTimer } from '@kuaizhao/hardware/serial/timer.ts';
import { createPrinterSimulator } from '@kuaizhao/hardware/ticket-printer/simulator.ts';
import { DevPanel } from '@kuaizhao/kiosk/host/dev/dev-panel.ts';
import { openDevServer, type DevServer } from '@kuaizhao/kiosk/host/dev/dev-server.ts';
import { oddCards } from '@kuaizhao/kiosk/host/dev/odd-cards.ts';
import { syntheticCard, syntheticPeople } from '@kuaizhao/kiosk/host/dev/people.ts';
import { takeCard } from '@kuaizhao/kiosk/host/devices/domain-card.ts';
import { eventually } from '../../flows/stage/eventually.ts';

let server: DevServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});
const post = async (path: string, body: unknown, headers: Record<string, string> = {}): Promise<number> =>
  (await fetch(`${server?.url ?? ''}${path}`, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), headers })).status;

test('what it takes and what it does not', async () => {
  const reader = createReaderSimulator({ timer: realTimer });
  const printer = createPrinterSimulator({ timer: realTimer });
  server = await openDevServer(new DevPanel({ reader, printer }));
  expect(await post('card', { person: 'worker-1' })).toBe(200);
  expect(await post('card', { name: '某某', sex: 'male', birth: '19900101', serial: 7 })).toBe(200);
  expect(await post('card', { person: 'nobody' })).toBe(404);
  expect(await post('card', { name: '某某', sex: 'male', birth: '19900231', serial: 7 })).toBe(400);
  expect(await post('card', 'no json')).toBe(400);
  expect(await post('card', 'x'.repeat(5_000))).toBe(400);
  expect(await post('lift', {})).toBe(200);
  expect(await post('printer', { paperOut: true, unplugged: true })).toBe(200);
  expect(await post('printer', { onFire: true })).toBe(400);
  expect(await post('reader', { silent: true })).toBe(200);
  expect(await post('nothing', {})).toBe(404);
  expect(await post('scan', { code: 'J012' })).toBe(409);
  expect(await post('constructor', {})).toBe(404);
  expect(await post('lift', {}, { origin: 'https://example.org' })).toBe(403);
  expect((await fetch(`${server.url}papers/0`)).status).toBe(404);
  expect((await fetch(`${server.url}../people.ts`)).status).toBe(404);
  expect(await (await fetch(server.url)).text()).toContain('模拟设备');
  await Promise.all([reader.close(), printer.close()]);
});

test('a real device is not played with', async () => {
  server = await openDevServer(new DevPanel({}));
  expect([await post('card', { person: 'worker-1' }), await post('lift', {}), await post('printer', {}), await post('reader', {})]).toEqual([409, 409, 409, 409]);
});

test('synthetic people have numbers that hold, and that nobody has', () => {
  for (const { card } of syntheticPeople) {
    expect(takeCard(card)).toMatchObject({ ok: true });
    expect(card.number.slice(0, 6)).toBe('999999');
  }
  expect(Number(syntheticCard('某某', 'female', '19900101', 999).number[16]) % 2).toBe(0);
  expect(cardSchema.shape.number.safeParse(syntheticCard('某某', 'male', '19900101', 8).number).success).toBe(true);
});

test('hardware.md §1 every layout goes through the true wire as it lies there, and only the wrong number is refused', async () => {
  const reader = createReaderSimulator({ timer: realTimer, cardReadMs: 1, bytesPerMs: Infinity });
  const port = createCardReader({ openLine: reader.openLine, timer: realTimer, log: () => undefined });
  const read: (CardRead | undefined)[] = [];
  port.onEvent((event) => {
    if (event.type === 'cardRead') read.push(event.card);
    if (event.type === 'cardTrouble') read.push(undefined);
  });
  const panel = new DevPanel({ reader });
  for (const [index, { id }] of oddCards.entries()) {
    expect(panel.act('card', { person: id })?.status).toBe(200);
    await eventually(id, () => read.length > index);
  }
  expect(new Set(read.map((card) => card?.layout))).toEqual(new Set([undefined, 'resident', 'hkMacaoTaiwan', 'foreigner2017', 'foreigner2023']));
  expect(oddCards.filter((_, index) => { const card = read[index]; return card === undefined || !takeCard(card).ok; }).map(({ id }) => id)).toEqual(['wrong-digit']);
  await port.close();
  await reader.close();
});

test('a panel that is opened anew shows the devices as they stand', () => {
  const cuts: boolean[] = [];
  const panel = new DevPanel({ scanner: createScannerSimulator({ timer: realTimer }), lan: { set: (cut) => cuts.push(cut) } });
  expect(panel.act('lan', { cut: true })?.status).toBe(200);
  expect(panel.act('scanner', { noisy: true })?.status).toBe(200);
  expect(panel.act('scanner', { stalls: true })?.status).toBe(200);
  expect(cuts).toEqual([true]);
  expect(JSON.parse(panel.show('state')?.body ?? '')).toEqual({
    there: { reader: false, printer: false, scanner: true, socialCard: false, lan: true }, now: { lan: { cut: true }, scanner: { noisy: true, stalls: true } },
  });
});
