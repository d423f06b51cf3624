/* F21 the record of one side: what counts and until when, the way back, and the appeal that anybody may ask for at a window. */
import { Button, Tag } from 'antd';
import { useState } from 'react';
import type { StandingEntry } from '@kuaizhao/db/domain/standing/asked.ts';
import type { StandingSide } from '@kuaizhao/db/domain/standing/rules.ts';
import { localDay } from '@kuaizhao/db/domain/queue/business-day.ts';
import { useSay } from '../../../kit/say.tsx';
import { Answer } from '../answer.tsx';
import { Field } from '../form/field.tsx';
import { FormDialog } from '../form/form-dialog.tsx';
import { useCommandForm } from '../form/use-command-form.ts';
import { longMomentText, momentText } from '../desk/when.ts';
import { NoteBox, orAbsent } from '../form/written.tsx';
import { useQuestion } from '../../session/use-question.ts';
import { useMay } from '../../session/use-may.ts';

export function StandingRecordOf({ side, who }: { readonly side: StandingSide; readonly who: string }) {
  const say = useSay();
  const question = useQuestion('standing', { side, who });
  const [appealing, setAppealing] = useState<StandingEntry>();
  const mayAppeal = useMay().may('appeal');
  return (
    <>
      <h4>{say('standing.title')}</h4>
      <Answer of={question}>
        {(record) => (
          <>
            <p className="standing-line">
              <Tag color={record.grade === 'good' ? 'blue' : record.grade === 'warned' ? 'orange' : 'error'}>{say(`grade.${record.grade}`)}</Tag>
              <span>{say('standing.points', { n: record.points })}</span>
              {record.stoppedUntil !== undefined && <b>{say(`standing.stopped.${side}`, { time: longMomentText(record.stoppedUntil) })}</b>}
              {record.points > 0 && <span>{say('standing.wayBack', { clean: record.wayBack.cleanHires, needed: record.wayBack.needed })}</span>}
            </p>
            <ul className="story standing-entries">
              {record.entries.map((one) => (
                <li key={one.pointsId}>
                  <time>{momentText(one.at)}</time>
                  <span>{say(`pointsFor.${one.cause}`)} · {say('standing.given', { n: one.points })} · {stateOf(one)}{one.about === undefined ? '' : ` · ${one.about.number}`}</span>
                  {mayAppeal && one.appealUntil !== undefined && <Button size="small" onClick={() => { setAppealing(one); }}>{say('standing.appeal')}</Button>}
                </li>
              ))}
            </ul>
          </>
        )}
      </Answer>
      {appealing !== undefined && <AppealForm entry={appealing} onClose={() => { setAppealing(undefined); }} onDone={() => { setAppealing(undefined); question.again(); }} />}
    </>
  );

  function stateOf(one: StandingEntry): string {
    if (one.appeal?.decidedAt !== undefined) return say(one.appeal.upheld === true ? 'standing.appealUpheld' : 'standing.appealRejected');
    if (one.appeal !== undefined) return say('standing.appealed');
    if (one.removed !== undefined) return say(`removedWhy.${one.removed.why}`);
    return one.counts ? say('standing.fades', { day: localDay(one.fadesAt) }) : say('standing.faded');
  }
}

function AppealForm({ entry, onClose, onDone }: { readonly entry: StandingEntry; readonly onClose: () => void; readonly onDone: () => void }) {
  const say = useSay();
  const form = useCommandForm();
  const [statement, setStatement] = useState('');
  const appeal = (): void => { void form.send({ type: 'appeal', pointsId: entry.pointsId, statement: orAbsent(statement) }, () => say('standing.appealDone')).then((done) => { if (done) onDone(); }); };
  return (
    <FormDialog title={say('standing.appealTitle', { cause: say(`pointsFor.${entry.cause}`) })} act={say('standing.appeal')} form={form} onAct={appeal} onClose={onClose}>
      <Field label={say('standing.statement')} wrong={form.wrong('statement')} hint={say('standing.statementHint')}><NoteBox label={say('standing.statement')} value={statement} onChange={setStatement} rows={4} /></Field>
    </FormDialog>
  );
}
