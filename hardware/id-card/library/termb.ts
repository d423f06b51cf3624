/*
 * termb.dll: InitComm, Authenticate (find and select in one), Read_Content, CloseComm; some makers put CVR_ before the names.
 *
 * Read_Content leaves the card in files, wherever the maker found that a good place: the working directory or the library's own. They are read and deleted at once,
 * and the directory is the driver's, who deletes it when this process dies with a card in it. The getters (GetPeopleName …) differ from maker to maker
 * in what they take, and a wrong guess breaks memory: they are not used.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LibraryFault } from '../../library-process/messages.ts';
import { unknownCommand } from '../reply-codes.ts';
import { samIdBytes } from '../sam-id.ts';
import { loadLibrary, needed } from './bind.ts';
import { firstUsbPort, usbPorts, type MakerAnswer, type MakerLibrary } from './maker-library.ts';

const names = (name: string): readonly string[] => [name, `CVR_${name}`];
/** active: 2 = text only, no photo is decoded */
const textOnly = 2;
/** what the libraries are known to leave behind */
const left = /^(wz|newadd)\.txt$|^(xp|zp)\.(wlt|bmp|jpg)$|^iinsndn\.bin$/i;
const [good, found, selectFailed, noCard, readFailed, noSuchItem] = [0x90, 0x9f, 0x81, 0x80, 0x41, 0x91];

/** The text file, and no file of a card any more, in any of the directories. */
function takeFiles(directories: readonly string[]): Uint8Array | undefined {
  let text: Uint8Array | undefined;
  for (const directory of directories) {
    for (const name of readdirSync(directory).filter((one) => left.test(one))) {
      if (/^wz\.txt$/i.test(name)) text ??= Uint8Array.from(readFileSync(join(directory, name)));
      rmSync(join(directory, name), { force: true });
    }
  }
  return text;
}

/** A text such as `05.01-20120411-0002011994-0000000001`, as the 16 bytes that the module itself gives. */
function samIdOf(room: Uint8Array): Uint8Array | undefined {
  try {
    return samIdBytes(Buffer.from(room).toString('latin1').replace(/\0[\s\S]*$/, '').trim());
  } catch {
    return undefined;
  }
}

/** `directory` is empty and nobody else's. Throws `libraryNotLoaded`, `functionMissing`, `portNotOpened`. */
export function openTermb(path: string, port: number | undefined, directory: string): MakerLibrary {
  const bind = loadLibrary(path);
  process.chdir(directory);
  const initComm = needed(bind(names('InitComm'), ['int']));
  const closeComm = needed(bind(names('CloseComm'), []));
  const authenticate = needed(bind(names('Authenticate'), []));
  const readContent = needed(bind(names('Read_Content'), ['int']));
  const readInto = bind(names('Read_Content_Path'), ['str', 'int']);
  const samId = bind(names('GetSAMID'), ['uint8_t *']);
  const directories = [directory, dirname(path)];
  takeFiles(directories);

  const ports = port === undefined ? Array.from({ length: usbPorts }, (_, index) => firstUsbPort + index) : [port];
  if (ports.every((one) => initComm(one) !== 1)) throw new LibraryFault('portNotOpened');

  const readText = (): MakerAnswer => {
    const result = readInto === undefined ? readContent(textOnly) : readInto(`${directory}/`, textOnly);
    const text = takeFiles(directories);
    return result === 1 && text !== undefined ? { code: good, data: text } : { code: readFailed };
  };
  return {
    ask(question) {
      switch (question) {
        // The library keeps no status of its own: a port that could be opened serves.
        case 'status': case 'select': return { code: good };
        case 'samId': {
          const room = new Uint8Array(1_024);
          const id = samId === undefined || samId(room) !== 1 ? undefined : samIdOf(room);
          return id === undefined ? { code: noSuchItem } : { code: good, data: id };
        }
        case 'find': {
          const result = authenticate();
          return { code: result === 1 ? found : result === 3 ? selectFailed : noCard };
        }
        case 'read': return readText();
        case 'managementNumber': case 'newAddress': return { code: unknownCommand };
      }
    },
    close() {
      closeComm();
      takeFiles(directories);
    },
  };
}
