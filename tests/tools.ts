/* What the tests need from the machine beside npm: a browser, Chinese fonts, pseudo-terminals, a C compiler (it builds the library that stands for a maker's), the city's database and proxy. Found, else installed by the means the machine has, else named in one line. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from './pictures/browser.ts';

interface Tool { readonly name: string; readonly packages: readonly string[]; readonly there: () => boolean }

const answers = (command: string, args: readonly string[]): boolean => spawnSync(command, args, { stdio: 'ignore' }).error === undefined;
const output = (command: string, args: readonly string[]): string => spawnSync(command, args, { encoding: 'utf8' }).stdout ?? '';

function browserThere(): boolean {
  try {
    return findBrowser() !== '';
  } catch {
    return false;
  }
}

const tools: readonly Tool[] = [
  { name: 'Chrome, Chromium or Edge', packages: ['chromium'], there: browserThere },
  { name: 'the font Noto Sans CJK SC with its heaviest weight', packages: ['fontconfig', 'fonts-noto-cjk', 'fonts-noto-cjk-extra', 'fonts-noto-color-emoji'], there: () => output('fc-list', [':lang=zh-cn', 'family']).includes('Noto Sans CJK SC Black') },
  { name: 'a C compiler', packages: ['gcc', 'libc6-dev'], there: () => answers('gcc', ['--version']) },
  { name: 'PostgreSQL', packages: ['postgresql'], there: () => existsSync('/usr/lib/postgresql') || answers('initdb', ['--version']) },
  { name: 'nginx', packages: ['nginx-light', 'openssl'], there: () => ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx'].some((path) => existsSync(path)) && answers('openssl', ['version']) },
  { name: 'socat', packages: ['socat'], there: () => answers('socat', ['-V']) },
];

export const missingTools = (): readonly Tool[] => tools.filter((tool) => !tool.there());

/** Undefined when everything is there now, else the one line that says what to install. */
export function provideTools(missing: readonly Tool[]): string | undefined {
  if (missing.length === 0) return undefined;
  const packages = missing.flatMap((tool) => tool.packages);
  const line = `the tests need ${missing.map((tool) => tool.name).join(', ')}; on Debian: apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (args: readonly string[]): boolean => {
    const [command = '', ...rest] = [...asRoot, 'apt-get', ...args];
    return spawnSync(command, rest, { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;
  };
  const installed = answers('apt-get', ['--version']) && apt(['update', '-qq']) && apt(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
  return installed && tools.every((tool) => tool.there()) ? undefined : line;
}
