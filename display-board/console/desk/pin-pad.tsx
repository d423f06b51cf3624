/* Twelve keys and dots. The digits live here only, and are gone after each try. */
import { Button } from 'antd';
import { useLayoutEffect, useState } from 'react';
import { useSay } from '../../kit/say.tsx';

const longest = 12;
const shortest = 4;

interface PinPadProps {
  /** nothing else of the page hears the keys */
  readonly alone?: boolean;
  /** what the last key does */
  readonly act: string;
  readonly busy: boolean;
  readonly blocked: boolean;
  readonly onSubmit: (pin: string) => void;
  readonly onTyping: () => void;
}

export function PinPad({ alone = false, act, busy, blocked, onSubmit, onTyping }: PinPadProps) {
  const say = useSay();
  const [digits, setDigits] = useState('');
  const locked = busy || blocked;
  const add = (digit: string): void => {
    if (locked) return;
    onTyping();
    setDigits((before) => (before + digit).slice(0, longest));
  };
  const erase = (): void => { setDigits((before) => before.slice(0, -1)); };
  const submit = (): void => {
    if (locked || digits.length < shortest) return;
    setDigits('');
    onSubmit(digits);
  };
  // Before the screen changes, not after: a key pressed at what is seen must find the same digits and the same lock.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (alone) event.stopImmediatePropagation();
      if (/^\d$/.test(event.key)) add(event.key);
      else if (event.key === 'Backspace') erase();
      else if (event.key === 'Enter') submit();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press, alone);
    return () => { window.removeEventListener('keydown', press, alone); };
  });
  return (
    <div className="pin-pad">
      <div className="dots" aria-label={say('console.pin')}>{Array.from({ length: Math.max(6, digits.length) }, (_, at) => <i key={at} className={at < digits.length ? 'on' : ''} />)}</div>
      <div className="pad">
        {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => <Button key={digit} disabled={locked} onClick={() => { add(digit); }}>{digit}</Button>)}
        <Button disabled={locked} onClick={erase}>{say('console.erase')}</Button>
        <Button disabled={locked} onClick={() => { add('0'); }}>0</Button>
        <Button type="primary" loading={busy} disabled={blocked || digits.length < shortest} onClick={submit}>{act}</Button>
      </div>
    </div>
  );
}
