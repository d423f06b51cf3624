/* Two real ttys joined by socat, so that serialport itself is under test. Fails with a line that says what to install where socat is missing. */
import { spawn, type ChildProcess } from 'node:child_process';

export interface PtyPair {
  readonly near: string;
  readonly far: string;
  /** Ends socat: both ttys hang up, as when a USB cable is pulled. */
  pull(): Promise<void>;
}

const startLimitMs = 5_000;

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
}

/** The caller pulls it in the end. */
export function openPtyPair(): Promise<PtyPair> {
  return new Promise((resolve, reject) => {
    const child = spawn('socat', ['-d', '-d', 'pty,raw,echo=0', 'pty,raw,echo=0'], { stdio: ['ignore', 'ignore', 'pipe'] });
    const limit = setTimeout(() => {
      child.kill();
      reject(new Error('socat did not name its ttys'));
    }, startLimitMs);
    let said = '';
    child.on('error', () => {
      clearTimeout(limit);
      reject(new Error('socat is not installed, and this test needs a real tty: apt-get install -y socat'));
    });
    child.stderr.on('data', (text: Buffer) => {
      said += text.toString();
      const [near, far] = [...said.matchAll(/PTY is (\S+)/g)].map((match) => match[1]);
      if (near === undefined || far === undefined || !said.includes('starting data transfer loop')) return;
      clearTimeout(limit);
      resolve({
        near, far,
        async pull() {
          child.kill();
          await ended(child);
        },
      });
    });
  });
}
