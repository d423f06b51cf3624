/* Which serial ports this machine has, with what USB says of them. Never rejects: where the system cannot tell, the names of its devices do. */
import { readdir } from 'node:fs/promises';
import { SerialPort } from 'serialport';
import type { Timer } from '../../ports.ts';

export interface FoundPort {
  /** `/dev/ttyUSB0`, `COM3` */
  readonly path: string;
  readonly manufacturer?: string;
  /** four hexadecimal digits, as on the sticker of a USB device */
  readonly vendorId?: string;
  readonly productId?: string;
}

export const listLimits = { listMs: 3_000, ports: 16 } as const;

/** What may have a device behind it: USB adapters, USB-CDC devices, ports of small boards, and the first two of a PC. */
const likely = /^tty(USB|ACM|AMA)\d+$|^ttyS[01]$/;
/** Linux names thirty-two ports of which a PC has one or two; those without a maker are empty sockets. */
const empty = (port: FoundPort): boolean => /\/ttyS\d+$/.test(port.path) && !/\/ttyS[01]$/.test(port.path) && port.manufacturer === undefined;

async function byName(): Promise<FoundPort[]> {
  try {
    return (await readdir('/dev')).filter((name) => likely.test(name)).map((name) => ({ path: `/dev/${name}` }));
  } catch {
    return [];
  }
}

async function bySystem(): Promise<FoundPort[] | undefined> {
  try {
    return (await SerialPort.list()).map(({ path, manufacturer, vendorId, productId }) => ({
      path, ...(manufacturer === undefined ? {} : { manufacturer }), ...(vendorId === undefined ? {} : { vendorId }), ...(productId === undefined ? {} : { productId }),
    }));
  } catch {
    // `list` rejects where udevadm is missing.
    return undefined;
  }
}

/** At most `ports` of them, USB devices first. */
export async function listSerialPorts(timer: Timer): Promise<readonly FoundPort[]> {
  let cancel = (): void => undefined;
  const late = new Promise<undefined>((resolve) => { cancel = timer.after(listLimits.listMs, () => resolve(undefined)); });
  const found = (await Promise.race([bySystem(), late])) ?? (await byName());
  cancel();
  const weight = (port: FoundPort): number => (port.vendorId !== undefined || /USB|ACM/.test(port.path) ? 0 : 1);
  return found.filter((port) => !empty(port)).sort((one, two) => weight(one) - weight(two) || one.path.localeCompare(two.path)).slice(0, listLimits.ports);
}
