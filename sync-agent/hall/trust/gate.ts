/* Who stands at a door. On the LAN a device shows a certificate of the hall's authority or, as a browser, its session; either way the hall's own list of devices has the last word. */
import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';
import type { Server as SocketServer, Socket } from 'socket.io';
import type { DeviceRole } from '@kuaizhao/db/domain/devices/commands.ts';
import { isInForce, type DevicesView, type EnrolledDevice } from '@kuaizhao/db/domain/devices/view.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import { boardBeside, doorHeader, namespaces, type Handshake } from '@kuaizhao/sync-agent/contract/lan.ts';
import { fingerprintIn, fingerprintOf } from './authority.ts';
import type { Sessions } from './sessions.ts';

export const cookieName = '__Host-kuaizhao';

export interface Gate {
  /** `plain`: over loopback, where the demo town asks for no certificate. Undefined: nobody who may come in by this door under this name. */
  admit(socket: Socket, role: DeviceRole, shake: Handshake): 'plain' | EnrolledDevice | undefined;
  /** Over TLS and without a line of its own: whether this certificate is that kiosk's, and in force. */
  isKiosk(request: IncomingMessage, deviceId: string): boolean;
}
export const plainGate: Gate = { admit: () => 'plain', isKiosk: () => false };

export interface GateParts { readonly devices: Pick<DevicesView, 'enrolledDevice'>; readonly sessions: Sessions; readonly now: () => Instant }

export function createGate({ devices, sessions, now }: GateParts): Gate {
  const known = (deviceId: string, fingerprint: string, proof: EnrolledDevice['proof']): EnrolledDevice | undefined => {
    const device = devices.enrolledDevice(deviceId);
    return device !== undefined && device.fingerprint === fingerprint && device.proof === proof && isInForce(device, now()) ? device : undefined;
  };
  return {
    admit(socket, role, shake) {
      const line = socket.request.socket;
      if (!(line instanceof TLSSocket)) return 'plain';
      const { [doorHeader]: only } = socket.request.headers;
      if (only !== undefined && only !== role) return undefined;
      const certificate = line.getPeerX509Certificate();
      if (role === 'board' && certificate !== undefined && line.authorized) {
        const kiosk = besideBoard(shake.deviceId, fingerprintIn(certificate));
        if (kiosk !== undefined) return kiosk;
      }
      const device = certificate === undefined ? bySession(socket.request, shake) : line.authorized ? known(shake.deviceId, fingerprintIn(certificate), 'certificate') : undefined;
      return device?.role === role && device.deviceId === shake.deviceId ? device : undefined;
    },
    isKiosk({ socket: line }, deviceId) {
      const certificate = line instanceof TLSSocket && line.authorized ? line.getPeerX509Certificate() : undefined;
      return certificate !== undefined && known(deviceId, fingerprintIn(certificate), 'certificate')?.role === 'kiosk';
    },
  };
  /** The kiosk whose second screen this is. What becomes of the kiosk becomes of it. */
  function besideBoard(boardId: string, fingerprint: string): EnrolledDevice | undefined {
    const kiosk = boardId.endsWith(boardBeside('')) ? known(boardId.slice(0, -boardBeside('').length), fingerprint, 'certificate') : undefined;
    return kiosk?.role === 'kiosk' ? kiosk : undefined;
  }
  function bySession(request: IncomingMessage, { signed }: Handshake): EnrolledDevice | undefined {
    const token = tokenIn(request);
    const proved = token === undefined || signed === undefined ? undefined : sessions.proved(token, signed);
    return proved && known(proved.deviceId, fingerprintOf(proved.publicKey), 'session');
  }
}

/** What somebody showed who came with a certificate: its public key (SPKI in base64url), and until when it holds. */
export interface ShownCertificate { readonly publicKey: string; readonly until: Instant }
export function shownAtLine({ socket }: IncomingMessage): ShownCertificate | undefined {
  const shown = socket instanceof TLSSocket ? socket.getPeerX509Certificate() : undefined;
  return shown && { publicKey: shown.publicKey.export({ type: 'spki', format: 'der' }).toString('base64url'), until: Date.parse(shown.validTo) };
}

/** Of our cookie. */
export const tokenIn = ({ headers }: IncomingMessage): string | undefined =>
  headers.cookie?.split(';').map((one) => one.trim()).find((one) => one.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1);

/** Whom a line belongs to, kept with it. */
export interface AtLine { enrolled?: EnrolledDevice | undefined }

/** Ends every line of a device that came in over the LAN, with the connection under it, at once. */
export function cut(io: SocketServer, gone: (device: EnrolledDevice) => boolean): number {
  let lines = 0;
  for (const name of Object.values(namespaces)) for (const socket of io.of(name).sockets.values()) {
    const { enrolled } = socket.data as AtLine;
    if (enrolled === undefined || !gone(enrolled)) continue;
    const line = socket.request.socket;
    socket.disconnect(true);
    line.destroy();
    lines += 1;
  }
  return lines;
}
