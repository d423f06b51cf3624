/* F15 the grounds that staff have verified, as they are now: which group, by what, since when, until when. */
import { Button, Select } from 'antd';
import { useState } from 'react';
import { cityGroupCode } from '@kuaizhao/db/domain/care/city-groups.ts';
import { groupWords } from '@kuaizhao/db/domain/care/group-words.ts';
import { lawGroupSchema } from '@kuaizhao/db/domain/care/groups.ts';
import { helpGroundSchema, type HelpGround } from '@kuaizhao/db/domain/care/level.ts';
import type { QueryReply } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import { useSay } from '../../../kit/say.tsx';
import { DayBox } from '../../parts/form/choices.tsx';
import { FormDialog } from '../../parts/form/form-dialog.tsx';
import { useCommandForm } from '../../parts/form/use-command-form.ts';
import { useToday } from '../../session/use-today.ts';

const evidences = helpGroundSchema.shape.evidence.options;
type Ground = { readonly [K in keyof HelpGround]: HelpGround[K] };

interface GroundsFormProps { readonly workerId: string; readonly standing: QueryReply<'helpStanding'>['standing']; /** of the city */ readonly groups: QueryReply<'helpStanding'>['groups']; readonly onDone: () => void; readonly onClose: () => void }

export function GroundsForm({ workerId, standing, groups, onDone, onClose }: GroundsFormProps) {
  const say = useSay();
  const form = useCommandForm();
  const { day } = useToday();
  const [grounds, setGrounds] = useState<readonly Ground[]>(standing.verified);
  const put = (at: number, changes: Partial<Ground>): void => { setGrounds((before) => before.map((one, index) => (index === at ? { ...one, ...changes } : one))); };
  const offered: readonly Ground['group'][] = [...lawGroupSchema.options, ...groups.filter(({ retired }) => retired !== true).map(cityGroupCode)];
  const free = offered.find((one) => !grounds.some((ground) => ground.group === one));
  const send = (): void => {
    const draft = standing.caseId === undefined ? { type: 'openHelpCase' as const, workerId, grounds: [...grounds] } : { type: 'updateHelpCase' as const, caseId: standing.caseId, grounds: [...grounds] };
    void form.send(draft, () => say('help.saved')).then((done) => { if (done) onDone(); });
  };
  const wrong = grounds.map((_, at) => form.wrong(`grounds.${String(at)}.group`, `grounds.${String(at)}.verifiedOn`, `grounds.${String(at)}.until`)).find((one) => one !== undefined) ?? form.wrong('grounds');
  const nameOf = (group: string): string => groupWords(group, groups)[say.language === 'en' ? 'en' : 'zh'];
  return (
    <FormDialog title={say(standing.caseId === undefined ? 'help.open' : 'help.changeGrounds')} act={say('employers.save')} form={form} onAct={send} onClose={onClose}>
      <p className="hint">{say('help.groundsHint')}</p>
      {grounds.map((ground, at) => (
        <div className="ground" key={ground.group}>
          <Select<Ground['group']> aria-label={say('help.group')} value={ground.group} onChange={(group) => { put(at, { group }); }} options={[...offered, ...(offered.includes(ground.group) ? [] : [ground.group])].filter((one) => one === ground.group || !grounds.some((other) => other.group === one)).map((one) => ({ value: one, label: nameOf(one) }))} />
          <Select<HelpGround['evidence']> aria-label={say('help.evidence')} value={ground.evidence} onChange={(evidence) => { put(at, { evidence }); }} options={evidences.map((one) => ({ value: one, label: say(`evidence.${one}`) }))} />
          <DayBox label={say('help.verifiedOn')} value={ground.verifiedOn} onChange={(verifiedOn) => { put(at, { verifiedOn }); }} />
          <DayBox label={say('help.until')} value={ground.until} onChange={(until) => { put(at, { until }); }} />
          <Button onClick={() => { setGrounds((before) => before.filter((_, index) => index !== at)); }}>{say('employers.remove')}</Button>
        </div>
      ))}
      {wrong !== undefined && <em className="wrong-line" role="alert">{wrong}</em>}
      {free !== undefined && <Button onClick={() => { setGrounds((before) => [...before, { group: free, evidence: 'certificate', verifiedOn: day, until: yearAfter(day) }]); }}>{say('help.addGround')}</Button>}
    </FormDialog>
  );
}

/** A year on, by the calendar; the 29th of February becomes the 28th. */
const yearAfter = (day: string): string => `${String(Number(day.slice(0, 4)) + 1)}${day.slice(4).replace('-02-29', '-02-28')}`;
