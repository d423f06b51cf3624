/* The process that holds a maker's library for identity cards: opens it once, then answers the questions of a module one by one. */
import { LibraryFault } from '../../library-process/messages.ts';
import { serveCalls } from '../../library-process/serve-calls.ts';
import { samCommands, type SamCommand } from '../sam-commands.ts';
import type { MakerLibrary } from './maker-library.ts';
import { openSdtapi } from './sdtapi.ts';
import { openTermb } from './termb.ts';

let library: MakerLibrary | undefined;

const isQuestion = (name: unknown): name is SamCommand['name'] => typeof name === 'string' && Object.hasOwn(samCommands, name);

serveCalls({
  calls: {
    /** `port` 0: the first USB port that has a reader */
    open({ maker, path, port, directory }) {
      if (library !== undefined || typeof path !== 'string' || typeof port !== 'number' || typeof directory !== 'string') throw new LibraryFault('badCall');
      library = maker === 'sdtapi' ? openSdtapi(path, port === 0 ? undefined : port) : openTermb(path, port === 0 ? undefined : port, directory);
      return {};
    },
    ask({ question }) {
      if (library === undefined || !isQuestion(question)) throw new LibraryFault('badCall');
      const { code, data } = library.ask(question);
      return { code, ...(data === undefined ? {} : { data }) };
    },
  },
  end: () => library?.close(),
});
