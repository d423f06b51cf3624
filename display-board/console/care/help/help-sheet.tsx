/* One person's help: the level and its grounds, what the hall sees by itself, each visit, the end. */
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { helpOutcomeSchema } from '@kuaizhao/db/domain/care/commands.ts';
import { groupWords } from '@kuaizhao/db/domain/care/group-words.ts';
import type { QueryReply } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import { useSay } from '../../../kit/say.tsx';
import { Answer } from '../../parts/answer.tsx';
import { longMomentText } from '../../parts/desk/when.ts';
import { AskWhy } from '../../parts/form/ask-why.tsx';
import { useCommandForm } from '../../parts/form/use-command-form.ts';
import { Written } from '../../parts/form/written.tsx';
import { PersonLine } from '../../parts/people/person-line.tsx';
import { useQuestion } from '../../session/use-question.ts';
import { GroundsForm } from './grounds-form.tsx';
import { VisitForm } from './visit-form.tsx';

interface HelpSheetProps { readonly workerId: string; readonly onChanged: () => void }

export function HelpSheet({ workerId, onChanged }: HelpSheetProps) {
  const person = useQuestion('findWorkers', { by: 'id', text: workerId });
  const standing = useQuestion('helpStanding', { workerId });
  return (
    <>
      <Answer of={person}>{({ workers: [worker] }) => worker !== undefined && <p className="who-line"><PersonLine worker={worker} /></p>}</Answer>
      <Answer of={standing}>{(told) => <OfPerson workerId={workerId} told={told} onChanged={() => { standing.again(); onChanged(); }} />}</Answer>
    </>
  );
}

function OfPerson({ workerId, told: { standing, groups }, onChanged }: { readonly workerId: string; readonly told: QueryReply<'helpStanding'>; readonly onChanged: () => void }) {
  const say = useSay();
  const [grounding, setGrounding] = useState(false);
  const nameOf = (group: string): string => groupWords(group, groups)[say.language === 'en' ? 'en' : 'zh'];
  return (
    <>
      <p className="standing-line"><Tag color={standing.level >= 2 ? 'orange' : 'default'}>{say(`helpLevel.${standing.level}`)}</Tag><span>{say('help.rule', { rule: standing.rule })}</span></p>
      <div className="sheet-acts"><Button type={standing.caseId === undefined ? 'primary' : 'default'} onClick={() => { setGrounding(true); }}>{say(standing.caseId === undefined ? 'help.open' : 'help.changeGrounds')}</Button></div>
      <h4>{say('help.verified')}</h4>
      {standing.verified.length === 0 && <p className="nothing">{say('help.noneVerified')}</p>}
      <ul className="story">{standing.verified.map((one) => <li key={one.group}><time>{one.verifiedOn}</time><span>{nameOf(one.group)} · {say(`evidence.${one.evidence}`)}</span><span className="by">{say('standing.until', { day: one.until })}</span></li>)}</ul>
      {standing.computed.length > 0 && <><h4>{say('help.computed')}</h4><p>{standing.computed.map((one) => nameOf(one)).join(say.language === 'en' ? ', ' : '、')}</p></>}
      {standing.caseId !== undefined && <CaseOf caseId={standing.caseId} onChanged={onChanged} />}
      {grounding && <GroundsForm workerId={workerId} standing={standing} groups={groups} onDone={() => { setGrounding(false); onChanged(); }} onClose={() => { setGrounding(false); }} />}
    </>
  );
}

function CaseOf({ caseId, onChanged }: { readonly caseId: string; readonly onChanged: () => void }) {
  const say = useSay();
  const form = useCommandForm();
  const question = useQuestion('helpCase', { caseId });
  const [open, setOpen] = useState<'visit' | 'close'>();
  const close = (): void => { setOpen(undefined); };
  const changed = (): void => { close(); question.again(); onChanged(); };
  return (
    <Answer of={question}>
      {({ helpCase }) => (
        <>
          <h4>{say('help.visits', { since: longMomentText(helpCase.openedAt) })}</h4>
          <ul className="story">{helpCase.visits.map((one) => <li key={one.helpVisitId}><time>{one.on}</time><div>{say(`visit.${one.kind}`)}{one.note !== undefined && <Written text={one.note} />}</div><span className="by">{one.by}</span></li>)}</ul>
          {helpCase.visits.length === 0 && <p className="nothing">{say('help.noVisits')}</p>}
          <div className="sheet-acts"><Button type="primary" onClick={() => { setOpen('visit'); }}>{say('help.record')}</Button><Button onClick={() => { setOpen('close'); }}>{say('help.close')}</Button></div>
          {open === 'visit' && <VisitForm caseId={caseId} onDone={changed} onClose={close} />}
          {open === 'close' && (
            <AskWhy
              title={say('help.close')} about={<p>{say('help.closeAbout')}</p>} reasons={helpOutcomeSchema.options} nameOf={(one) => say(`helpOutcome.${one}`)} act={say('help.close')} withNote={false} form={form} onClose={close}
              onAct={({ reason }) => { void form.send({ type: 'closeHelpCase', caseId, outcome: reason }, () => say('help.closed')).then((closed) => { if (closed) changed(); }); }}
            />
          )}
        </>
      )}
    </Answer>
  );
}
