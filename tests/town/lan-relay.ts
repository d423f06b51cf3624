/* The cable between a kiosk and the hall, as a relay that can be pulled: connections end, and new ones are refused until it is back. */
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

export interface LanRelay {
  /** the agent's address as the kiosk has it */
  readonly url: string;
  set(cut: boolean): void;
  close(): Promise<void>;
}

/** Towards a port of this machine. */
export async function startLanRelay(port: number): Promise<LanRelay> {
  let cut = false;
  const ends = new Set<Socket>();
  const server = createServer((down) => {
    if (cut) { down.destroy(); return; }
    const up = connect({ host: '127.0.0.1', port });
    const gone = (): void => { for (const end of [up, down]) { end.destroy(); ends.delete(end); } };
    for (const end of [up, down]) {
      ends.add(end);
      end.on('close', gone).on('error', gone);
    }
    down.pipe(up).pipe(down);
  });
  await new Promise<void>((resolve, reject) => { server.once('error', reject).listen(0, '127.0.0.1', () => resolve()); });
  const endAll = (): void => { for (const end of ends) end.destroy(); };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    set(now) {
      cut = now;
      if (cut) endAll();
    },
    async close() {
      endAll();
      await new Promise<void>((resolve) => { server.close(() => resolve()); });
    },
  };
}
