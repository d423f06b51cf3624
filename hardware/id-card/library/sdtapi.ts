/* sdtapi.dll: the functions of the module's own makers. Each is one command of the wire, and its result is SW3. */
import { LibraryFault } from '../../library-process/messages.ts';
import { unknownCommand } from '../reply-codes.ts';
import { textBytes } from '../sam-commands.ts';
import { loadLibrary, needed } from './bind.ts';
import { firstUsbPort, usbPorts, type MakerAnswer, type MakerLibrary } from './maker-library.ts';

const good = 0x90;
/** Larger than anything these functions are known to write; a library that writes more breaks only its own process. */
const roomBytes = 4_096;
/** iIfOpen: 0 = the port is open already */
const isOpen = 0;

/** Opens the port, or the first USB port with a reader behind it. Throws `libraryNotLoaded`, `functionMissing`, `portNotOpened`. */
export function openSdtapi(path: string, port: number | undefined): MakerLibrary {
  const bind = loadLibrary(path);
  const openPort = needed(bind(['SDT_OpenPort'], ['int']));
  const closePort = needed(bind(['SDT_ClosePort'], ['int']));
  const find = needed(bind(['SDT_StartFindIDCard'], ['int', 'uint8_t *', 'int']));
  const select = needed(bind(['SDT_SelectIDCard'], ['int', 'uint8_t *', 'int']));
  const read = needed(bind(['SDT_ReadBaseMsg'], ['int', 'uint8_t *', 'unsigned int *', 'uint8_t *', 'unsigned int *', 'int']));
  const status = bind(['SDT_GetSAMStatus'], ['int', 'int']);
  const samId = bind(['SDT_GetSAMID'], ['int', 'uint8_t *', 'int']);
  const managementNumber = bind(['SDT_ReadMngInfo', 'SDT_ReadIINSNDN'], ['int', 'uint8_t *', 'int']);
  const newAddress = bind(['SDT_ReadNewAppMsg'], ['int', 'uint8_t *', 'unsigned int *', 'int']);

  const ports = port === undefined ? Array.from({ length: usbPorts }, (_, index) => firstUsbPort + index) : [port];
  const opened = ports.find((one) => openPort(one) === good);
  if (opened === undefined) throw new LibraryFault('portNotOpened');

  const readText = (): MakerAnswer => {
    const [text, photo] = [new Uint8Array(roomBytes), new Uint8Array(roomBytes)];
    const length = Uint32Array.of(textBytes);
    const code = read(opened, text, length, photo, Uint32Array.of(1_024), isOpen);
    photo.fill(0);
    return code === good ? { code, data: text.slice(0, Math.min(length[0] ?? 0, roomBytes)) } : { code };
  };
  return {
    ask(question) {
      const room = new Uint8Array(roomBytes);
      switch (question) {
        case 'status': return { code: status?.(opened, isOpen) ?? good };
        case 'samId': {
          if (samId === undefined) return { code: 0x91 };
          const code = samId(opened, room, isOpen);
          return code === good ? { code, data: room.slice(0, 16) } : { code };
        }
        case 'find': return { code: find(opened, room, isOpen) };
        case 'select': return { code: select(opened, room, isOpen) };
        case 'read': return readText();
        case 'managementNumber': return { code: managementNumber?.(opened, room, isOpen) ?? unknownCommand };
        case 'newAddress': return { code: newAddress?.(opened, room, Uint32Array.of(roomBytes), isOpen) ?? unknownCommand };
      }
    },
    close: () => void closePort(opened),
  };
}
