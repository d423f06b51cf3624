/* What is written down while somebody is served: a result of the hall's list and a note, sent with the end of the visit and then forgotten here. */
import { useState } from 'react';
import { orAbsent } from '../../parts/form/written.tsx';
import type { Ending } from './use-window.ts';

export interface EndingForm {
  readonly result: string | undefined;
  readonly note: string;
  readonly setResult: (code: string | undefined) => void;
  readonly setNote: (text: string) => void;
  /** as it is sent: an empty note is none */
  readonly value: () => Ending;
  readonly forget: () => void;
  /** What was written is about one call alone: with another at the window it is forgotten, whatever ended the one before. */
  readonly about: (callId: string | undefined) => void;
}

export function useEnding(): EndingForm {
  const [of, setOf] = useState<string>();
  const [result, setResult] = useState<string>();
  const [note, setNote] = useState('');
  const forget = (): void => { setResult(undefined); setNote(''); };
  return {
    result, note, setResult, setNote, value: () => ({ result, note: orAbsent(note.trim()) }), forget,
    about(callId) {
      if (callId === of) return;
      setOf(callId);
      forget();
    },
  };
}
