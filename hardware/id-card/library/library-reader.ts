/* The second driver for card readers: those that a maker's library alone can speak to (HID readers on Windows). The same port and the same watch as on a serial line. */
import type { CardReader, DeviceLog, Timer } from '../../ports.ts';
import type { StartChild } from '../../library-process/child-end.ts';
import { createChannelReader } from '../card-reader.ts';
import { openLibraryChannel, type LibraryAddress } from './library-channel.ts';

export interface LibraryReaderParts {
  readonly address: LibraryAddress;
  readonly timer: Timer;
  readonly log?: DeviceLog;
  readonly start?: StartChild | undefined;
}

/** A library that crashes or hangs is started anew with back-off; the owner is told `unplugged` meanwhile. */
export const createLibraryReader = ({ address, timer, log = () => undefined, start }: LibraryReaderParts): CardReader =>
  createChannelReader({ openChannel: () => openLibraryChannel({ ...address, timer, log, start }), timer, log });
