/* 台账 (F22): who sought work, what was offered, who was hired; searched by days, number, trade and state. People are masked here; in the open they leave only as a file. */
import { Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import { jobStates, type JobState } from '@kuaizhao/db/domain/jobs/view.ts';
import { ticketStates } from '@kuaizhao/db/domain/queue/view.ts';
import { ledgerDaysLimit } from '@kuaizhao/db/domain/records/ledger/page.ts';
import { daysOf, type Range } from '@kuaizhao/db/domain/records/period.ts';
import { hallNumberSchema } from '@kuaizhao/db/domain/scalars.ts';
import { trades } from '@kuaizhao/db/domain/trades/trade.ts';
import { useSay } from '../../../kit/say.tsx';
import { tradeName } from '../../../i18n/texts.ts';
import { DayRange } from '../../parts/day-range.tsx';
import { PageFrame } from '../../parts/page-frame.tsx';
import { useToday } from '../../session/use-today.ts';
import { useMay } from '../../session/use-may.ts';
import type { LedgerAsked } from './asked.ts';
import { HiresLedger } from './hires-ledger.tsx';
import { JobsLedger } from './jobs-ledger.tsx';
import { SeekersLedger, type SeekersWanted } from './seekers-ledger.tsx';
import '../../parts/listing.css';
import '../records.css';
import { plainNumber } from '../../parts/form/typed.ts';

const ledgers = ['seekers', 'jobs', 'hires'] as const;
type Ledger = (typeof ledgers)[number];

export function LedgerPage() {
  const say = useSay();
  const { day } = useToday();
  const { mayAsk } = useMay();
  const mine = mayAsk('seekersLedger') ? ledgers : (['jobs'] as const);
  const [ledger, setLedger] = useState<Ledger>(mine[0] ?? 'jobs');
  const [range, setRange] = useState<Range>(() => ({ from: day, to: day }));
  const [number, setNumber] = useState('');
  const [trade, setTrade] = useState<string>();
  const [wanted, setWanted] = useState<SeekersWanted>();
  const [jobState, setJobState] = useState<JobState>();
  const typed = plainNumber(number);
  const numberFits = hallNumberSchema.safeParse(typed).success;
  const asked: LedgerAsked = { ...range, ...(numberFits ? { number: typed } : {}), ...(trade === undefined ? {} : { trade }) };
  const tooLong = daysOf(range) > ledgerDaysLimit || daysOf(range) < 1;
  return (
    <PageFrame title={say('page.ledger')} acts={<DayRange range={range} today={day} onChange={setRange} />}>
      <div className="filters">
        {mine.length > 1 && <Segmented<Ledger> value={ledger} onChange={setLedger} options={mine.map((value) => ({ value, label: say(`records.ledger.${value}`) }))} />}
        <Input className="number-field" allowClear placeholder={say('records.number')} aria-label={say('records.number')} maxLength={6} value={number} status={typed === '' || numberFits ? '' : 'warning'} onChange={(event) => { setNumber(event.target.value); }} />
        <Select className="trade" allowClear showSearch={{ optionFilterProp: 'label' }} placeholder={say('records.anyTrade')} aria-label={say('records.by.trade')} value={trade ?? null} onChange={(value: string | null) => { setTrade(value ?? undefined); }} options={trades().map(({ code }) => ({ value: code, label: `${tradeName(say.language, code)} ${code}` }))} />
        {ledger === 'seekers' && (
          <Select<SeekersWanted | null> className="state" allowClear placeholder={say('records.anyState')} aria-label={say('records.state')} value={wanted ?? null} onChange={(value) => { setWanted(value ?? undefined); }}
            options={[...ticketStates.map((value) => ({ value, label: say(`ticketState.${value}`) })), { value: 'hired' as const, label: say('records.hired') }, { value: 'notHired' as const, label: say('records.notHired') }]} />
        )}
        {ledger === 'jobs' && <Select<JobState | null> className="state" allowClear placeholder={say('records.anyState')} aria-label={say('records.state')} value={jobState ?? null} onChange={(value) => { setJobState(value ?? undefined); }} options={jobStates.map((value) => ({ value, label: say(`jobState.${value}`) }))} />}
        <span className="hint">{typed !== '' && !numberFits ? say('records.numberLike') : say('records.masked')}</span>
      </div>
      {tooLong ? <p className="nothing">{say('refusal.rangeImpossible')}</p> : (
        <>
          {ledger === 'seekers' && <SeekersLedger asked={asked} wanted={wanted} />}
          {ledger === 'jobs' && <JobsLedger asked={asked} state={jobState} />}
          {ledger === 'hires' && <HiresLedger asked={asked} />}
        </>
      )}
    </PageFrame>
  );
}
