/* Functions of a loaded library by koffi, each found by any of its names or absent. Runs only inside the library's own process. */
import { dirname } from 'node:path';
import koffi, { type LibraryHandle } from 'koffi';
import { LibraryFault } from '../../library-process/messages.ts';

type Native = (...values: (number | string | Uint8Array | Uint32Array)[]) => number;
export type Bind = (names: readonly string[], parameters: readonly ('int' | 'str' | 'uint8_t *' | 'unsigned int *')[]) => Native | undefined;

/** Loads the library from its own folder, because it looks for its neighbours there. Throws `libraryNotLoaded`: not there, or built for another kind of processor (64 bits here need 64 bits there). */
export function loadLibrary(path: string): Bind {
  let library: LibraryHandle;
  const before = process.cwd();
  try {
    process.chdir(dirname(path));
    library = koffi.load(path);
  } catch {
    throw new LibraryFault('libraryNotLoaded');
  } finally {
    process.chdir(before);
  }
  return (names, parameters) => {
    for (const name of names) {
      try {
        const native = library.func('__stdcall', name, 'int', [...parameters]) as (...values: unknown[]) => unknown;
        return (...values) => Number(native(...values));
      } catch {
        // Not a function of this library; perhaps it has another name there.
      }
    }
    return undefined;
  };
}

/** A function without which the library is none of this maker's. */
export function needed(native: Native | undefined): Native {
  if (native === undefined) throw new LibraryFault('functionMissing');
  return native;
}
