/* A process with calls that answer, refuse, crash and hang, as libraries of makers do. */
import { LibraryFault } from '@kuaizhao/hardware/library-process/messages.ts';
import { serveCalls } from '@kuaizhao/hardware/library-process/serve-calls.ts';

serveCalls({
  calls: {
    echo: (data) => data,
    refuse: () => { throw new LibraryFault('notToday'); },
    blunder: () => { throw new Error('张三 11010519491231002X'); },
    pid: () => ({ pid: process.pid }),
    crash: () => process.abort(),
    hang: () => {
      for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_000);
    },
  },
  end: () => undefined,
});
