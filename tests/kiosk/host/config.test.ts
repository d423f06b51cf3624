/* kiosk.json: what is right is taken, what is wrong is one line that names it and shows no value. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkKioskConfig } from '@kuaizhao/kiosk/host/config.ts';

const good = {
  deviceId: 'kiosk-1', agent: { url: 'http://127.0.0.1:4000', key: 'a-key-of-16-letters' }, reader: { link: 'serial', path: '/dev/ttyUSB0', baud: 115_200 },
  printer: { link: 'tcp', host: '10.0.0.9', port: 9100, columns: 48 }, printerId: 'printer-1', data: 'data',
};

test('the least, with what is assumed', () => {
  expect(checkKioskConfig(good, 'kiosk.json')).toEqual({ ...good, listen: { host: '127.0.0.1', port: 0 }, pxPerMm: 4, screen: { width: 1080, height: 1920, fullScreen: true }, volume: 0.8 });
});

test('readers of every kind, a scanner and a chip-card slot', () => {
  const reader = { link: 'library', maker: 'sdtapi', path: 'C:/reader/sdtapi.dll', port: 1_001 };
  const all = { ...good, reader, scanner: { link: 'serial', path: 'COM4', baud: 9_600 }, socialCard: { link: 'pcsc', slot: 'ACS' } };
  expect(checkKioskConfig(all, 'kiosk.json')).toMatchObject(all);
  expect(checkKioskConfig({ ...good, reader: { link: 'serial', path: 'auto' } }, 'kiosk.json').reader).toEqual({ link: 'serial', path: 'auto', baud: 115_200 });
});

describe('one clear line', () => {
  const wrong: readonly (readonly [string, object, string])[] = [
    ['unknown key', { ...good, colour: 'blue' }, 'kiosk.json: (top): unknown key colour'],
    ['wrong type', { ...good, deviceId: 5 }, 'kiosk.json: deviceId: expected string'],
    ['a printer that is none', { ...good, printer: { link: 'usb' } }, 'kiosk.json: printer.link: "simulator", or {"link":"tcp"|"serial"|"file"|"windows", …} with its address and a profile'],
    ['a reader that is none', { ...good, reader: 'none' }, 'kiosk.json: reader: "simulator", {"link":"serial","path" or "auto","baud"} or {"link":"library","maker":"sdtapi" or "termb","path"}'],
    ['a library of a maker nobody knows', { ...good, reader: { link: 'library', maker: 'acme', path: 'C:/acme.dll' } }, 'kiosk.json: reader: "simulator", {"link":"serial"'],
    ['a scanner that is none', { ...good, scanner: { link: 'usb' } }, 'kiosk.json: scanner: "simulator" or {"link":"serial","path","baud"}'],
    ['a chip-card slot that is none', { ...good, socialCard: true }, 'kiosk.json: socialCard: "simulator" or {"link":"pcsc","slot"}'],
    ['a page for the whole network', { ...good, listen: { host: '0.0.0.0', port: 80 } }, 'kiosk.json: listen.host: plain http is for loopback only: 127.0.0.1'],
    ['a short key', { ...good, agent: { url: good.agent.url, key: 'secret' } }, 'kiosk.json: agent.key:'],
  ];
  for (const [what, raw, line] of wrong) test(`names ${what}`, () => {
    expect(() => checkKioskConfig(raw, 'kiosk.json')).toThrow(line);
  });
});

test('whatever stands in the file: taken or one line, never another error', () => {
  expect.hasAssertions();
  const outcome = (raw: unknown): string => {
    try {
      checkKioskConfig(raw, 'kiosk.json');
      return 'taken';
    } catch (error) {
      return (error as Error).message;
    }
  };
  fc.assert(fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(good)), (value, key) => {
    expect(outcome({ ...good, [key]: value })).toMatch(/^(taken|kiosk\.json: .+)$/);
  }), { verbose: 1 });
});
