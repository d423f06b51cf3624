/* The plain rules of the windows: keys, addresses, displays, and how the program is called. */
import { expect, test } from 'vitest';
import { againCodes, beginOptions, nextOptions, withoutNextOptions } from '@kuaizhao/kiosk/electron/begin-options.ts';
import { isOwnPage } from '@kuaizhao/kiosk/electron/pages/addresses.ts';
import { displayAt, isPlainKey, mayBoardLoad } from '@kuaizhao/kiosk/electron/windows/rules.ts';

const plain = { control: false, alt: false, meta: false };

test('only keys that write or move get through', () => {
  const through = (keys: readonly string[]): string[] => keys.filter((key) => isPlainKey({ ...plain, key }));
  const writing = ['1', 'x', '人', 'Tab', 'Enter', 'ArrowDown', 'Backspace', 'Escape'];
  expect(through(writing)).toEqual(writing);
  expect(through(['F1', 'F5', 'F11', 'F12', 'BrowserBack', 'BrowserRefresh', 'LaunchMail', 'PrintScreen', 'ContextMenu'])).toEqual([]);
  expect((['control', 'alt', 'meta'] as const).filter((held) => isPlainKey({ ...plain, [held]: true, key: 'r' }))).toEqual([]);
});

test('our own pages, and what only looks like them', () => {
  expect(['kuaizhao://screens/index.html', 'kuaizhao://recovery/page.css'].map(isOwnPage)).toEqual([true, true]);
  expect(['kuaizhao://screens.example.org/', 'https://screens/', 'kuaizhao://other/', 'file:///etc/passwd', 'kuaizhao://screensx/index.html', 'about:blank'].map(isOwnPage)).toEqual(Array.from({ length: 6 }, () => false));
});

test('the board loads from its hall and from nowhere else', () => {
  const origin = 'http://192.168.1.20:7100';
  expect(['http://192.168.1.20:7100/board/', 'ws://192.168.1.20:7100/socket.io/', 'data:image/svg+xml,%3Csvg/%3E', 'kuaizhao://recovery/index.html'].map((url) => mayBoardLoad(url, origin))).toEqual([true, true, true, true]);
  expect(['http://192.168.1.20:7101/', 'http://192.168.1.21:7100/', 'https://192.168.1.20:7100/', 'wss://192.168.1.20:7100/', 'kuaizhao://screens/index.html', 'file:///etc/passwd', 'http://192.168.1.20:7100@example.org/']
    .map((url) => mayBoardLoad(url, origin))).toEqual(Array.from({ length: 7 }, () => false));
});

test('displays are counted from left to right and from top to bottom', () => {
  const at = (x: number, y: number) => ({ bounds: { x, y } });
  const displays = [at(1920, 0), at(0, 1080), at(0, 0)];
  expect([1, 2, 3, 4].map((place) => displayAt(displays, place)?.bounds)).toEqual([{ x: 0, y: 0 }, { x: 0, y: 1080 }, { x: 1920, y: 0 }, undefined]);
});

test('how the program is called: by people, and by its own earlier end', () => {
  expect(beginOptions(['--config', 'a.json'], false)).toEqual({ config: 'a.json', failures: 0, noGraphics: false });
  expect(beginOptions(['--config=a.json', '--lang=zh', ...nextOptions('graphicsFailed', 4)], true)).toEqual({ config: 'a.json', failures: 4, noGraphics: true });
  expect(beginOptions(['--failures=-1'], false)).toMatchObject({ config: 'kiosk.json', failures: 0 });
  expect(beginOptions(['--failures=many'], true).config).toMatch(/kiosk\.json$/);
  expect(withoutNextOptions(['--config', 'a.json', ...nextOptions('failed', 2), ...nextOptions('graphicsFailed', 3)])).toEqual(['--config', 'a.json']);
  expect(nextOptions('asked', 0)).toEqual([]);
  expect(new Set(Object.values(againCodes)).size).toBe(3);
  expect(Object.values(againCodes)).not.toContain(2);
});
