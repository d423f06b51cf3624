/* Shows the answer to a question: the last good one, and plainly why there is none or no newer one, with the way to ask again. */
import { Alert, Button, Spin } from 'antd';
import type { ReactNode } from 'react';
import { useSay } from '../../kit/say.tsx';
import type { Asked } from '../session/use-question.ts';
import { troubleText } from './trouble-text.ts';

export function Answer<T>({ of, children }: { readonly of: Asked<T>; readonly children: (value: T) => ReactNode }) {
  const say = useSay();
  const { trouble } = of;
  return (
    <>
      {trouble !== undefined && (
        <Alert
          type="warning" showIcon className="trouble"
          title={troubleText(say, trouble)}
          action={<Button size="small" onClick={of.again}>{say('console.askAgain')}</Button>}
        />
      )}
      {of.value === undefined ? trouble === undefined && <div className="waiting"><Spin size="small" /> {say('console.asking')}</div> : children(of.value)}
    </>
  );
}
