/* A list at work: line after line, never two at once, so that the hall's door has room for everybody else; stops when the page goes. */
import { useEffect, useRef, useState } from 'react';
import { useSay } from '../../../kit/say.tsx';
import { usePrinter } from '../../parts/form/choices.tsx';
import { useSession } from '../../session/desk-session.tsx';
import { checkLine, doLine } from './line-work.ts';
import { readLines, withState, type BulkAct, type Line, type LineState } from './lines.ts';

export interface Bulk {
  readonly lines: readonly Line[];
  /** lines of the text that were too many */
  readonly more: number;
  readonly working: 'checking' | 'doing' | undefined;
  /** Reads the text and looks every line up. */
  readonly check: (act: BulkAct, text: string, day: string) => Promise<void>;
  /** Does every line that is ready. */
  readonly doAll: (act: BulkAct) => Promise<void>;
  readonly clear: () => void;
}

export function useBulk(): Bulk {
  const say = useSay();
  const { link, newId } = useSession();
  const { printer } = usePrinter();
  const [{ lines, more }, setList] = useState<{ readonly lines: readonly Line[]; readonly more: number }>({ lines: [], more: 0 });
  const [working, setWorking] = useState<Bulk['working']>();
  const gone = useRef(false);
  const busy = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => { gone.current = true; };
  }, []);
  const put = (key: string, state: LineState): void => { setList((before) => ({ ...before, lines: withState(before.lines, key, state) })); };
  const work = async (what: 'checking' | 'doing', some: readonly Line[], each: (line: Line) => Promise<LineState>): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    setWorking(what);
    for (const line of some) {
      const state = await each(line);
      if (gone.current) return;
      put(line.key, state);
    }
    busy.current = false;
    setWorking(undefined);
  };
  return {
    lines, more, working,
    check: async (act, text, day) => {
      if (busy.current) return;
      const read = readLines(act, text);
      setList(read);
      await work('checking', read.lines.filter((line) => line.state.at === 'read'), (line) => checkLine(link, say, act, line, day));
    },
    doAll: (act) => work('doing', lines.filter((line) => line.state.at === 'ready'), async (line) => (line.state.at === 'ready' ? doLine({ link, newId, say, act, printer }, line, line.state.id) : line.state)),
    clear: () => { setList({ lines: [], more: 0 }); },
  };
}
