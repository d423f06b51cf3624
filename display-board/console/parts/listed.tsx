/* Below a list that comes in pages: how much of it is here, and the way to the rest. */
import { Alert, Button } from 'antd';
import { useSay } from '../../kit/say.tsx';
import type { Listed } from '../session/use-list.ts';
import { troubleText } from './trouble-text.ts';

/** Above the rows: why there are none or no newer ones. */
export function ListTrouble({ of }: { readonly of: Listed<unknown> }) {
  const say = useSay();
  if (of.trouble === undefined) return null;
  return <Alert type="warning" showIcon className="trouble" title={troubleText(say, of.trouble)} action={<Button size="small" onClick={of.again}>{say('console.askAgain')}</Button>} />;
}

export function ListEnd({ of }: { readonly of: Listed<unknown> }) {
  const say = useSay();
  return (
    <div className="list-end">
      <span>{say(of.asking ? 'console.asking' : of.full ? 'records.listFull' : of.more ? 'records.listMore' : 'records.listWhole', { n: of.rows.length })}</span>
      {of.more && !of.full && <Button size="small" loading={of.asking} onClick={of.next}>{say('records.more')}</Button>}
      <Button size="small" type="text" onClick={of.again}>{say('records.again')}</Button>
    </div>
  );
}
