/* The network socket of a simulated printer: port 9100's manners, on this machine only. */
import { createServer, type AddressInfo } from 'node:net';
import type { Timer } from '../../ports.ts';
import type { Plug } from '../../serial/plug.ts';
import { socketLine } from '../../serial/tcp-line.ts';

export interface TcpDoor {
  readonly port: number;
  close(): Promise<void>;
}

/** Listens on 127.0.0.1. One client at a time, as most printers; a second one is turned away. Rejects when the port is taken. */
export function serveTcp(port: number, plug: Plug, timer: Timer): Promise<TcpDoor> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      if (plug.pluggedIn()) plug.attach(socketLine(socket, timer), () => socket.destroy());
      else socket.destroy();
    });
    server.maxConnections = 1;
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      resolve({
        port: (server.address() as AddressInfo).port,
        close: () => new Promise((closed) => server.close(() => closed())),
      });
    });
  });
}
