/* Records that were put together with this one, and the way apart again. */
import { Button } from 'antd';
import { useSay } from '../../../kit/say.tsx';
import { Answer } from '../../parts/answer.tsx';
import { useCommandForm } from '../../parts/form/use-command-form.ts';
import { momentText } from '../../parts/desk/when.ts';
import { useQuestion } from '../../session/use-question.ts';

export function MergesOf({ workerId }: { readonly workerId: string }) {
  const say = useSay();
  const form = useCommandForm();
  const question = useQuestion('merges', { workerId });
  const undo = (mergeId: string): void => { void form.send({ type: 'undoMerge', mergeId }, () => say('merges.undone')).then((done) => { if (done) question.again(); }); };
  return (
    <Answer of={question}>
      {({ merges }) => merges.length > 0 && (
        <>
          <h4>{say('merges.stand')}</h4>
          <ul className="story">{merges.map((one) => <li key={one.mergeId}><time>{momentText(one.at)}</time><span>{say('merges.by', { by: one.by })}</span><Button size="small" loading={form.busy} onClick={() => { undo(one.mergeId); }}>{say('merges.undo')}</Button></li>)}</ul>
        </>
      )}
    </Answer>
  );
}
