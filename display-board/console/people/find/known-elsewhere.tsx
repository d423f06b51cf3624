/* F2 其他市场的经历: what the other halls of the city counted, with the person's consent, and newer trades told there, which are taken over only after asking. */
import { Button } from 'antd';
import { tradeName } from '../../../i18n/texts.ts';
import { useSay } from '../../../kit/say.tsx';
import { Answer } from '../../parts/answer.tsx';
import { useCommandForm } from '../../parts/form/use-command-form.ts';
import { useQuestion } from '../../session/use-question.ts';

export function KnownElsewhere({ workerId }: { readonly workerId: string }) {
  const say = useSay();
  const form = useCommandForm();
  const question = useQuestion('knownElsewhere', { workerId });
  const take = (trades: readonly string[]): void => {
    void form.send({ type: 'changeTrades', who: { by: 'worker', workerId }, trades: [...trades] }, () => say('elsewhere.taken')).then((done) => { if (done) question.again(); });
  };
  return (
    <Answer of={question}>
      {({ cityKnown, known }) => (
        <>
          <h4>{say('elsewhere.title')}</h4>
          {known === undefined ? <p className="hint">{say(cityKnown ? 'elsewhere.none' : 'elsewhere.noCity')}</p> : (
            <>
              <p>{say('elsewhere.record', { halls: known.halls, came: known.came, hires: known.hires, missed: known.missed })}</p>
              {known.trades !== undefined && known.trades.length > 0 && (
                <p>{say('elsewhere.trades', { trades: known.trades.map((trade) => tradeName(say.language, trade)).join('、') })} <Button size="small" loading={form.busy} onClick={() => { take(known.trades ?? []); }}>{say('elsewhere.take')}</Button></p>
              )}
            </>
          )}
        </>
      )}
    </Answer>
  );
}
