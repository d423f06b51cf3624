/* The machine's own PC/SC with vsmartcard's virtual reader, in a corner of its own: a daemon whose socket lies in a directory of the test, and a TCP port on which cards are put in. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Line, SocialCardRead } from '@kuaizhao/hardware/ports.ts';
import { openTcpLine } from '@kuaizhao/hardware/serial/tcp-line.ts';
import { realTimer } from '@kuaizhao/hardware/serial/timer.ts';
import type { VirtualCardKind } from '@kuaizhao/hardware/social-card/simulated/virtual-card.ts';
import { serveVpcd } from '@kuaizhao/hardware/social-card/simulated/vpcd.ts';

const daemon = '/usr/sbin/pcscd';
const driver = '/usr/lib/pcsc/drivers/serial/libifdvpcd.so';
const startLimitMs = 10_000;

/** What this machine lacks for a virtual reader, in a line; undefined when it has all. */
export function missingForVirtualReader(): string | undefined {
  if (!existsSync(daemon) || !existsSync(driver)) return 'pcscd and vsmartcard-vpcd are not installed: apt-get install -y --no-install-recommends pcscd vsmartcard-vpcd';
  return process.getuid?.() === 0 ? undefined : 'a PC/SC daemon in a corner of its own needs root';
}

export interface VirtualMachine {
  insert(person: SocialCardRead, kind?: VirtualCardKind): Promise<Line>;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => { server.close(resolve); });
  return port;
}

/** The reader listens again only some moments after a card was pulled. */
async function openPatiently(port: number): Promise<Line> {
  for (let tries = 1; ; tries++) {
    try {
      return await openTcpLine({ host: '127.0.0.1', port });
    } catch (error) {
      if (tries >= 50) throw error;
      await new Promise<void>((resolve) => { realTimer.after(100, resolve); });
    }
  }
}

/** Sets PCSCLITE_CSOCK_NAME, by which this process finds the daemon. */
export async function startVirtualMachine(): Promise<VirtualMachine> {
  const dir = mkdtempSync(join(tmpdir(), 'kuaizhao-pcsc-'));
  const port = await freePort();
  const hex = `0x${port.toString(16)}`;
  writeFileSync(join(dir, 'reader.conf'), `FRIENDLYNAME "Virtual PCD"\nDEVICENAME /dev/null:${hex}\nLIBPATH ${driver}\nCHANNELID ${hex}\n`);
  mkdirSync('/run/pcscd', { recursive: true });
  // The daemon's socket has one fixed place: in a mount namespace of its own that place is the test's directory, so that the machine's daemon is not disturbed.
  const script = `mount --bind "$0" /run/pcscd && exec ${daemon} --foreground --info --config "$0/reader.conf"`;
  const child = spawn('unshare', ['-m', 'sh', '-c', script, dir], { stdio: ['ignore', 'pipe', 'pipe'] });
  const gone = new Promise<void>((resolve) => { child.once('exit', () => resolve()); });
  await new Promise<void>((resolve, reject) => {
    let said = '';
    const limit = realTimer.after(startLimitMs, () => reject(new Error(`pcscd did not start: ${said.slice(-300)}`)));
    const hear = (text: Buffer): void => {
      said += text.toString();
      if (!said.includes('daemon ready')) return;
      limit();
      resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', reject);
  });
  process.env['PCSCLITE_CSOCK_NAME'] = join(dir, 'pcscd.comm');
  return {
    async insert(person, kind) {
      const line = await openPatiently(port);
      serveVpcd(line, person, kind);
      return line;
    },
    async stop() {
      child.kill();
      await gone;
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
