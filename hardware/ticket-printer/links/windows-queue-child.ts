/* The process that speaks to Windows' spooler by koffi: OpenPrinter once, then StartDocPrinter, WritePrinter, EndDocPrinter for each paper. */
import koffi from 'koffi';
import { LibraryFault } from '../../library-process/messages.ts';
import { serveCalls } from '../../library-process/serve-calls.ts';

type Spooler = ReturnType<typeof load>;

/** Windows' own calling convention and 16-bit strings; DOC_INFO_1W is three pointers. */
function load(path: string) {
  try {
    const library = koffi.load(path);
    const handle = koffi.pointer('PrinterHandle', koffi.opaque());
    const document = koffi.struct('DocInfo1W', { pDocName: 'str16', pOutputFile: 'str16', pDatatype: 'str16' });
    const func = (name: string, result: string, parameters: Parameters<typeof library.func>[3]) => library.func('__stdcall', name, result, parameters) as (...values: unknown[]) => unknown;
    return {
      openPrinter: func('OpenPrinterW', 'int', ['str16', koffi.out(koffi.pointer(handle)), 'void *']),
      startDoc: func('StartDocPrinterW', 'uint32', [handle, 'uint32', koffi.pointer(document)]),
      startPage: func('StartPagePrinter', 'int', [handle]),
      write: func('WritePrinter', 'int', [handle, 'const uint8_t *', 'uint32', koffi.out(koffi.pointer('uint32'))]),
      endPage: func('EndPagePrinter', 'int', [handle]),
      endDoc: func('EndDocPrinter', 'int', [handle]),
      closePrinter: func('ClosePrinter', 'int', [handle]),
    };
  } catch {
    throw new LibraryFault('spoolerNotLoaded');
  }
}

let open: { readonly spooler: Spooler; readonly printer: unknown } | undefined;

/** The document's name in the queue says nothing of anybody. */
const documentInfo = { pDocName: 'paper', pOutputFile: null, pDatatype: 'RAW' };

function print({ spooler, printer }: NonNullable<typeof open>, bytes: Uint8Array): void {
  if (spooler.startDoc(printer, 1, documentInfo) === 0) throw new LibraryFault('documentRefused');
  const written = [0];
  const whole = spooler.startPage(printer) !== 0 && spooler.write(printer, bytes, bytes.length, written) !== 0 && written[0] === bytes.length && spooler.endPage(printer) !== 0;
  if (spooler.endDoc(printer) === 0 || !whole) throw new LibraryFault('documentNotTaken');
}

serveCalls({
  calls: {
    open({ library, name }) {
      if (open !== undefined || typeof library !== 'string' || typeof name !== 'string') throw new LibraryFault('badCall');
      const spooler = load(library);
      const printer: unknown[] = [null];
      if (spooler.openPrinter(name, printer, null) === 0) throw new LibraryFault('printerUnknown');
      open = { spooler, printer: printer[0] };
      return {};
    },
    print({ bytes }) {
      if (open === undefined || !(bytes instanceof Uint8Array)) throw new LibraryFault('badCall');
      print(open, bytes);
      return {};
    },
  },
  end: () => void open?.spooler.closePrinter(open.printer),
});
