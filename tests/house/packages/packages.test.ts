/* What comes in from outside: each with its reason, exact, checksummed, free of install scripts and of holes that are known. */
import { expect, test } from 'vitest';
import { accepted, knownHoles } from './known-holes.ts';
import { asked, holesIn, house, installed } from './lock.ts';
import { reasons } from './reasons.ts';

const packages = installed();
const inProduct = new Map([...asked(), ['electron', packages.find(({ name }) => name === 'electron')?.version ?? '']]);

test('every package that goes into a hall or a city has its reason, and every reason its package', () => {
  expect([...inProduct.keys()].toSorted()).toEqual(Object.keys(reasons).toSorted());
});

test('versions are exact, and the licences are those of the table', () => {
  for (const [name, version] of inProduct) {
    const found = packages.find((one) => one.name === name && one.version === version);
    expect(found, `${name} ${version} is not in the lock file as it is asked for`).toBeDefined();
    expect(found?.licence, `${name}: licence`).toBe(reasons[name]?.licence);
  }
});

test('nothing is installed whose licence binds the product, or whose bytes are not checked', () => {
  // These two say it in another way than npm's: one offers a choice, the other's file LICENSE is MIT's.
  const read = new Set(['unorm: MIT or GPL-2.0', 'xmlhttprequest-ssl: none']);
  const free = /^(?:\(?(?:MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|OFL-1\.1|Unlicense|WTFPL|CC0-1\.0|Zlib|Python-2\.0|BlueOak-1\.0\.0|BSD)(?: (?:OR|AND) (?:[\w.-]+))*\)?)$/;
  const going = packages.filter(({ development }) => !development);
  expect(going.length).toBeGreaterThan(100);
  expect(going.filter(({ licence }) => licence === undefined || !free.test(licence)).map(({ name, licence }) => `${name}: ${licence ?? 'none'}`).filter((one) => !read.has(one))).toEqual([]);
  expect(packages.filter(({ integrity }) => integrity?.startsWith('sha512-') !== true).map(({ name }) => name)).toEqual([]);
});

test('what would run at an installation is told no by name', () => {
  const scripted = new Set(packages.filter(({ script }) => script).map(({ name }) => name));
  const { allowScripts } = house();
  expect(Object.values(allowScripts)).not.toContain(true);
  expect([...scripted].filter((name) => allowScripts[name] !== false)).toEqual([]);
  expect([...inProduct.keys()].filter((name) => scripted.has(name) !== (reasons[name]?.installs !== undefined))).toEqual([]);
});

test('no hole that is known is in what goes into a hall or a city, and none elsewhere without its reason', () => {
  const found = holesIn(packages);
  expect(found.filter(({ development }) => !development)).toEqual([]);
  expect(found.filter(({ id, name }) => !accepted.some((one) => one.id === id && one.name === name))).toEqual([]);
  expect(accepted.filter(({ id, name }) => !found.some((one) => one.id === id && one.name === name)), 'accepted, but not there any more').toEqual([]);
});

test('a hole would be found', () => {
  const ws = { name: 'ws', version: '8.16.0', licence: 'MIT', development: false, script: false, integrity: 'sha512-' };
  expect(holesIn([ws]).map(({ id }) => id)).toEqual(['CVE-2024-37890']);
  expect(holesIn([{ ...ws, version: '8.17.1' }])).toEqual([]);
  expect(knownHoles.length).toBeGreaterThan(50);
});
