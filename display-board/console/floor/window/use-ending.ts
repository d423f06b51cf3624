/* What is written down while somebody is served: a result of the hall's list and a note, sent with the end of the visit and then forgotten here. */
import { useState } from 'react';
import type { Ending } from './use-window.ts';

export interface EndingForm {
  readonly result: string | undefined;
  readonly note: string;
  readonly setResult: (code: string | undefined) => void;
  readonly setNote: (text: string) => void;
  /** as it is sent: an empty note is none */
  readonly value: () => Ending;
  readonly forget: () => void;
}

export function useEnding(): EndingForm {
  const [result, setResult] = useState<string>();
  const [note, setNote] = useState('');
  const written = note.trim();
  return { result, note, setResult, setNote, value: () => ({ result, note: written === '' ? undefined : written }), forget: () => { setResult(undefined); setNote(''); } };
}
