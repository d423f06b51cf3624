/* Holes that are public, of packages that are in the lock file or near to it. This list works without a network; `npm run holes` asks the registry as well, where it answers. Source: the CVE and GitHub advisory databases, read for each package by name; last looked through on 2026-11-22. */

export interface Hole {
  /** id in the CVE list, or what happened */
  readonly id: string;
  readonly name: string;
  /** versions that have it, as npm writes ranges */
  readonly versions: string;
}

/** In September 2025 these releases carried a thief of wallets (published over a stolen account). */
const stolen = (name: string, version: string): Hole => ({ id: 'npm-2025-09-08', name, versions: version });

export const knownHoles: readonly Hole[] = [
  { id: 'CVE-2024-37890', name: 'ws', versions: '>=8.0.0 <8.17.1' },
  { id: 'CVE-2022-41940', name: 'engine.io', versions: '<3.6.1 || >=4.0.0 <6.2.1' },
  { id: 'CVE-2023-31125', name: 'engine.io', versions: '>=5.1.0 <6.4.2' },
  { id: 'CVE-2024-38355', name: 'socket.io', versions: '<2.5.1 || >=3.0.0 <4.6.2' },
  { id: 'CVE-2022-2421', name: 'socket.io-parser', versions: '<3.3.3 || >=3.4.0 <3.4.2 || >=4.0.0 <4.0.5 || >=4.1.0 <4.2.1' },
  { id: 'CVE-2023-32695', name: 'socket.io-parser', versions: '>=3.4.0 <3.4.3 || >=4.0.4 <4.2.3' },
  { id: 'CVE-2021-31597', name: 'xmlhttprequest-ssl', versions: '<1.6.1' },
  { id: 'CVE-2024-47764', name: 'cookie', versions: '<0.7.0' },
  { id: 'CVE-2017-16137', name: 'debug', versions: '<2.6.9 || >=3.0.0 <3.1.0' },
  { id: 'CVE-2023-4316', name: 'zod', versions: '<3.22.3' },
  { id: 'CVE-2017-16082', name: 'pg', versions: '<2.11.2 || >=3.0.0 <3.6.4 || >=4.0.0 <4.5.7 || >=5.0.0 <5.2.1 || >=6.0.0 <6.0.5 || >=6.1.0 <6.1.6 || >=6.2.0 <6.2.5 || >=6.3.0 <6.3.3 || >=6.4.0 <6.4.2 || >=7.0.0 <7.0.2 || >=7.1.0 <7.1.2' },
  { id: 'CVE-2025-55305', name: 'electron', versions: '<35.7.5 || >=36.0.0 <36.8.1 || >=37.0.0 <37.3.1' },
  { id: 'CVE-2023-44402', name: 'electron', versions: '<22.3.24 || >=23.0.0 <24.8.3 || >=25.0.0 <25.8.1 || >=26.0.0 <26.2.1' },
  { id: 'CVE-2024-55565', name: 'nanoid', versions: '<3.3.8 || >=4.0.0 <5.0.9' },
  { id: 'CVE-2023-44270', name: 'postcss', versions: '<8.4.31' },
  { id: 'CVE-2022-25883', name: 'semver', versions: '<5.7.2 || >=6.0.0 <6.3.1 || >=7.0.0 <7.5.2' },
  { id: 'CVE-2024-28863', name: 'tar', versions: '<6.2.1' },
  { id: 'CVE-2022-3517', name: 'minimatch', versions: '<3.0.5' },
  { id: 'CVE-2021-44906', name: 'minimist', versions: '<1.2.6' },
  { id: 'CVE-2022-46175', name: 'json5', versions: '<1.0.2 || >=2.0.0 <2.2.2' },
  { id: 'CVE-2022-33987', name: 'got', versions: '<11.8.5 || >=12.0.0 <12.1.0' },
  { id: 'CVE-2022-25881', name: 'http-cache-semantics', versions: '<4.1.1' },
  { id: 'CVE-2024-21538', name: 'cross-spawn', versions: '<6.0.6 || >=7.0.0 <7.0.5' },
  { id: 'CVE-2025-5889', name: 'brace-expansion', versions: '<1.1.12 || >=2.0.0 <2.0.2 || >=3.0.0 <3.0.1 || >=4.0.0 <4.0.1' },
  { id: 'CVE-2025-7783', name: 'form-data', versions: '<2.5.4 || >=3.0.0 <3.0.4 || >=4.0.0 <4.0.4' },
  { id: 'CVE-2025-54798', name: 'tmp', versions: '<0.2.4' },
  { id: 'CVE-2022-29078', name: 'ejs', versions: '<3.1.7' },
  { id: 'CVE-2024-33883', name: 'ejs', versions: '<3.1.10' },
  { id: 'CVE-2021-23337', name: 'lodash', versions: '<4.17.21' },
  { id: 'CVE-2022-22912', name: 'plist', versions: '<3.0.5' },
  { id: 'CVE-2022-39353', name: '@xmldom/xmldom', versions: '<0.7.7 || >=0.8.0 <0.8.4' },
  { id: 'CVE-2023-36665', name: 'protobufjs', versions: '>=6.10.0 <6.11.4 || >=7.0.0 <7.2.5' },
  { id: 'CVE-2021-3807', name: 'ansi-regex', versions: '>=3.0.0 <3.0.1 || >=4.0.0 <4.1.1 || >=5.0.0 <5.0.1 || >=6.0.0 <6.0.1' },
  { id: 'CVE-2021-43138', name: 'async', versions: '>=2.0.0 <2.6.4 || >=3.0.0 <3.2.2' },
  { id: 'CVE-2020-15366', name: 'ajv', versions: '<6.12.3' },
  { id: 'CVE-2025-64718', name: 'js-yaml', versions: '<3.14.2 || >=4.0.0 <4.1.1' },
  { id: 'CVE-2025-64756', name: 'glob', versions: '>=10.2.0 <10.5.0 || >=11.0.0 <11.1.0' },
  { id: 'CVE-2025-22150', name: 'undici', versions: '>=4.5.0 <5.28.5 || >=6.0.0 <6.21.1 || >=7.0.0 <7.2.3' },
  { id: 'CVE-2025-24964', name: 'vitest', versions: '<1.6.1 || >=2.0.0 <2.1.9 || >=3.0.0 <3.0.5' },
  { id: 'CVE-2025-30208', name: 'vite', versions: '<4.5.10 || >=5.0.0 <5.4.15 || >=6.0.0 <6.0.12 || >=6.1.0 <6.1.2 || >=6.2.0 <6.2.3' },
  { id: 'CVE-2024-45590', name: 'body-parser', versions: '<1.20.3' },
  { id: 'CVE-2024-43796', name: 'express', versions: '<4.20.0' },
  { id: 'CVE-2024-45296', name: 'path-to-regexp', versions: '<0.1.10 || >=0.2.0 <1.9.0 || >=2.0.0 <3.3.0 || >=4.0.0 <6.3.0 || >=7.0.0 <8.0.0' },
  { id: 'CVE-2024-52798', name: 'path-to-regexp', versions: '<0.1.12' },
  { id: 'CVE-2024-43799', name: 'send', versions: '<0.19.0' },
  { id: 'CVE-2024-43800', name: 'serve-static', versions: '<1.16.0' },
  { id: 'CVE-2022-24999', name: 'qs', versions: '<6.2.4 || >=6.3.0 <6.3.3 || >=6.4.0 <6.4.1 || >=6.5.0 <6.5.3 || >=6.6.0 <6.6.1 || >=6.7.0 <6.7.3 || >=6.8.0 <6.8.3 || >=6.9.0 <6.9.7 || >=6.10.0 <6.10.3' },
  { id: 'CVE-2022-0235', name: 'node-fetch', versions: '<2.6.7 || >=3.0.0 <3.1.1' },
  { id: 'CVE-2023-26136', name: 'tough-cookie', versions: '<4.1.3' },
  { id: 'CVE-2023-28155', name: 'request', versions: '<=2.88.2' },
  stolen('debug', '4.4.2'), stolen('chalk', '5.6.1'), stolen('ansi-styles', '6.2.2'), stolen('ansi-regex', '6.2.1'), stolen('strip-ansi', '7.1.1'), stolen('wrap-ansi', '9.0.1'),
  stolen('supports-color', '10.2.1'), stolen('color-convert', '3.1.1'), stolen('color-name', '2.0.1'), stolen('error-ex', '1.3.3'), stolen('is-arrayish', '0.3.3'), stolen('simple-swizzle', '0.2.3'),
];

/** Holes that stay for a while, each with its reason; of packages that go into a hall or a city there must be none. */
export const accepted: readonly { readonly id: string; readonly name: string; readonly why: string }[] = [];
