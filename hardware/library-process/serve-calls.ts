/* The inside of a process that holds a maker's library: takes one call after the other from the driver that started it, and ends with it. */
import { LibraryFault, type CallData, type FromLibrary, type ToLibrary } from './messages.ts';

export interface ServedCalls {
  readonly calls: Readonly<Record<string, (data: CallData) => CallData>>;
  /** Gives the device back. Runs once, before the process ends in good order. */
  readonly end: () => void;
}

/** A utility process of Electron speaks through `parentPort`, a child of Node through the process itself. */
interface ParentPort {
  postMessage(message: FromLibrary): void;
  on(event: 'message', listener: (event: { readonly data: ToLibrary }) => void): void;
}
const parentPort = (process as { readonly parentPort?: ParentPort }).parentPort;

/** Tells `ready` and serves until the driver says so or is gone. A call that throws fails alone; one that crashes takes only this process with it. */
export function serveCalls({ calls, end }: ServedCalls): void {
  const tell: (message: FromLibrary) => void = parentPort?.postMessage.bind(parentPort) ?? ((message) => void process.send?.(message));
  const leave = (): void => {
    try {
      end();
    } finally {
      process.exit(0);
    }
  };
  const heard = (message: ToLibrary): void => {
    if (message.type === 'end') return leave();
    const { id, name, data } = message;
    try {
      const call = Object.hasOwn(calls, name) ? calls[name] : undefined;
      if (call === undefined) throw new LibraryFault('noSuchCall');
      tell({ type: 'answer', id, value: call(data) });
    } catch (error) {
      tell({ type: 'failed', id, code: error instanceof LibraryFault ? error.code : 'callFailed' });
    }
    return undefined;
  };
  if (parentPort === undefined) process.on('message', heard);
  else parentPort.on('message', ({ data }) => heard(data));
  process.on('disconnect', leave);
  tell({ type: 'ready' });
}
