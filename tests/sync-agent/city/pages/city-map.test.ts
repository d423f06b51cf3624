/* The city's own map: never without its approval number, never anything but a picture, and its pages say the number. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import { shippedThresholds } from '@kuaizhao/db/domain/registry/alarms.ts';
import { cityConfigSchema } from '@kuaizhao/sync-agent/city/config.ts';
import { startCity } from '@kuaizhao/sync-agent/city/start-city.ts';
import { cityWallSchema, type CityWall } from '@kuaizhao/sync-agent/contract/city/wall.ts';
import { cityNamespace } from '@kuaizhao/sync-agent/contract/figures.ts';
import { quietLog } from '../../../fixtures/city/hall.ts';

const data = (): string => {
  const dir = mkdtempSync(join(tmpdir(), 'kuaizhao-map-'));
  onTestFinished(() => { rmSync(dir, { recursive: true, force: true }); });
  return dir;
};
const config = (dir: string, map?: unknown) => ({ listen: { host: '127.0.0.1' as const, port: 0 }, database: 'embedded' as const, data: join(dir, 'hub'), halls: [], ...(map === undefined ? {} : { map }) });

/** What a big screen is told as it comes. */
async function firstWall(url: string): Promise<CityWall> {
  const line = io(`${url}${cityNamespace}`, { transports: ['websocket'], forceNew: true });
  const { promise, resolve } = Promise.withResolvers<unknown>();
  line.once('wall', resolve);
  try {
    return cityWallSchema.parse(await promise);
  } finally {
    line.disconnect();
  }
}

test('F24 a map without its 审图号 is refused; with it the hub gives both, and without a map neither', async () => {
  const dir = data();
  const file = join(dir, 'map.svg');
  writeFileSync(file, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 6"/>');
  for (const map of [{ file }, { file, approval: '' }, { file, approval: '没有' }, { file, approval: 'S(2024)1号' }]) expect(cityConfigSchema.safeParse(config(dir, map)).success).toBe(false);
  const sound = cityConfigSchema.parse(config(dir, { file, approval: '鲁S(2024)001号' }));
  const city = await startCity(sound, quietLog, { pageFolder: dir });
  onTestFinished(() => city.close());
  const picture = await fetch(`${city.urls.city}/map`);
  expect([picture.status, picture.headers.get('content-type'), picture.headers.get('x-content-type-options')]).toEqual([200, 'image/svg+xml', 'nosniff']);
  expect(await (await fetch(`${city.urls.city}/api/map`)).json()).toEqual({ approval: '鲁S(2024)001号' });
  expect(await firstWall(city.urls.city)).toEqual({ at: expect.any(Number) as number, crowdedFrom: shippedThresholds.waiting, halls: [], days: [], mapApproval: '鲁S(2024)001号' });
  const other = data();
  const plain = await startCity(cityConfigSchema.parse(config(other)), quietLog, { pageFolder: other });
  onTestFinished(() => plain.close());
  expect((await fetch(`${plain.urls.city}/map`)).status).not.toBe(200);
  expect(await (await fetch(`${plain.urls.city}/api/map`)).json()).toEqual({});
  expect(await firstWall(plain.urls.city)).not.toHaveProperty('mapApproval');
});

test('F24 a map that cannot be read or is no picture is one line, and nothing starts', async () => {
  const dir = data();
  writeFileSync(join(dir, 'map.txt'), 'no picture');
  for (const [file, why] of [['none.png', /cannot be read \(ENOENT\)/], ['map.txt', /must be svg, png, jpg or webp/]] as const) {
    await expect(startCity(cityConfigSchema.parse(config(dir, { file: join(dir, file), approval: '鲁S(2024)001号' })), quietLog, { pageFolder: dir })).rejects.toThrow(why);
  }
});
