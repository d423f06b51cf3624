/* The inside of a process that holds a foreign library: takes one call after the other from the driver that started it, and ends with it. */
import { LibraryFault, type CallData, type FromLibrary, type ToLibrary } from './messages.ts';

export interface ServedCalls {
  readonly calls: Readonly<Record<string, (data: CallData) => CallData | Promise<CallData>>>;
  /** Gives the device back. Runs once, before the process ends in good order. */
  readonly end: () => void;
}

/** A utility process of Electron speaks through `parentPort`, a child of Node through the process itself. */
interface ParentPort {
  postMessage(message: FromLibrary): void;
  on(event: 'message', listener: (event: { readonly data: ToLibrary }) => void): void;
}
const parentPort = (process as { readonly parentPort?: ParentPort }).parentPort;

/** Tells `ready` and serves until the driver says so or is gone. A call that throws fails alone; one that crashes takes only this process with it. Gives what tells the driver of an event. */
export function serveCalls({ calls, end }: ServedCalls): (event: CallData) => void {
  const tell: (message: FromLibrary) => void = parentPort?.postMessage.bind(parentPort) ?? ((message) => void process.send?.(message));
  const leave = (): void => {
    try {
      end();
    } finally {
      process.exit(0);
    }
  };
  const answer = async ({ id, name, data }: Extract<ToLibrary, { type: 'call' }>): Promise<void> => {
    try {
      const call = Object.hasOwn(calls, name) ? calls[name] : undefined;
      if (call === undefined) throw new LibraryFault('noSuchCall');
      tell({ type: 'answer', id, value: await call(data) });
    } catch (error) {
      tell({ type: 'failed', id, code: error instanceof LibraryFault ? error.code : 'callFailed' });
    }
  };
  const heard = (message: ToLibrary): void => {
    if (message.type === 'end') leave();
    else void answer(message);
  };
  if (parentPort === undefined) process.on('message', heard);
  else parentPort.on('message', ({ data }) => heard(data));
  process.on('disconnect', leave);
  tell({ type: 'ready' });
  return (data) => tell({ type: 'event', data });
}
