/* The desk of the city's staff: sign in, then the pages of one's role. The page's name is in the address, nothing about anybody is. */
import { App as AntApp, Button, ConfigProvider, Input } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useEffect, useState } from 'react';
import type { CityRole } from '@kuaizhao/db/domain/registry/entries.ts';
import { idleLockMs, inputEveryMs } from '@kuaizhao/db/domain/staff/idle.ts';
import { citySignInReplySchema, type CityDesk } from '@kuaizhao/sync-agent/contract/city/desk.ts';
import { cityMayAsk, type cityQuestionRows } from '@kuaizhao/sync-agent/contract/may/city.ts';
import { Cover } from '../../kit/lock/cover.tsx';
import { useSay } from '../../kit/say.tsx';
import { now, useNow } from '../../kit/use-now.ts';
import { watchInput } from '../../kit/lock/watch-input.ts';
import { AuditPage } from './audit-page.tsx';
import { CluesPage } from './clues-page.tsx';
import { ErasuresPage } from './erasures/erasures-page.tsx';
import { FiguresPage } from './figures/figures-page.tsx';
import { HallsProvider } from './halls-now.tsx';
import { JobsPage } from './jobs-page.tsx';
import { MapPage } from './map-page.tsx';
import { ChangePin, FirstPin } from './own-pin.tsx';
import { RegistryPage } from './registry/registry-page.tsx';
import { useDesk, useSession } from './session.tsx';
import { TroublesPage } from './troubles/troubles-page.tsx';

const theme = {
  token: {
    fontFamily: "'Noto Sans SC Variable', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif", fontSize: 15, borderRadius: 8,
    colorPrimary: '#0b5cad', colorWarning: '#b45f06', colorError: '#b03a00', colorText: '#14202e', colorTextSecondary: '#44566b', colorTextDescription: '#566779', colorTextPlaceholder: '#66748a', motion: false,
  },
};
/** A PIN check is slow on purpose. */
const signInMs = 10_000;

const pages = ['map', 'jobs', 'figures', 'clues', 'troubles', 'registry', 'erasures', 'audit'] as const;
type PageId = (typeof pages)[number];
/** What a page asks before anything else, where not everybody may ask it. */
const asks: { readonly [P in PageId]?: keyof typeof cityQuestionRows } = { clues: 'wageClues', troubles: 'troubles', erasures: 'erasures', audit: 'audit' };
const mayOpen = (role: CityRole, page: PageId): boolean => cityMayAsk(role, asks[page] ?? 'report');

export function DeskApp() {
  const say = useSay();
  return (
    <ConfigProvider locale={say.language === 'en' ? enUS : zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <AntApp message={{ top: 6, maxCount: 2 }}><Picture /></AntApp>
    </ConfigProvider>
  );
}

function Picture() {
  const say = useSay();
  const { link, desk, member, locked, mustSetPin } = useDesk();
  const signOut = useSignOut();
  useIdleLock();
  if (desk === undefined) return <main className="desk-wait" role="status">{say(link.at === 'refused' ? 'cityDesk.refused' : 'cityDesk.connecting')}</main>;
  return member === undefined ? <SignIn desk={desk} /> : <>{mustSetPin ? <FirstPin member={member} onLeave={signOut} /> : <Shell member={member} />}{locked && <Locked member={member} />}</>;
}

/** Watches while somebody is signed in; the hub locks, too, and later. */
function useIdleLock(): void {
  const { memory, link } = useSession();
  const { member, locked, lockAfterMs } = useDesk();
  const idleMs = member === undefined || locked ? undefined : lockAfterMs;
  useEffect(() => (idleMs === undefined ? undefined : watchInput({
    idleMs, everyMs: inputEveryMs, onInput: () => { link.tell('input'); }, onIdle: () => { memory.setState({ locked: true }); },
  })), [idleMs, link, memory]);
}

function useSignOut(): () => void {
  const { memory, link } = useSession();
  return () => {
    void link.ask('signOut', undefined, signInMs);
    memory.setState({ member: undefined, locked: false });
  };
}

/** Whoever sat here goes on where it was; anybody else signs in anew. */
function Locked({ member }: { readonly member: Member }) {
  const say = useSay();
  const leave = useSignOut();
  return <Cover label={say('cityDesk.locked')}><div className="desk-sign-in"><h1>{say('cityDesk.locked')}</h1><EnterPin member={member} onBack={leave} /></div></Cover>;
}

type Member = CityDesk['staff'][number];

function SignIn({ desk }: { readonly desk: CityDesk }) {
  const say = useSay();
  const [member, setMember] = useState<Member>();
  return (
    <main className="desk-sign-in">
      <h1>{say('cityDesk.title')}</h1>
      {desk.staff.length === 0 && <p>{say('cityDesk.noStaff')}</p>}
      {member === undefined ? (
        <>
          <h2>{say('cityDesk.who')}</h2>
          <div className="names">{desk.staff.map((one) => <Button key={one.staffId} size="large" onClick={() => { setMember(one); }}><b>{one.name}</b><span>{say(`cityDesk.role.${one.role}`)}</span></Button>)}</div>
        </>
      ) : <EnterPin member={member} onBack={() => { setMember(undefined); }} />}
    </main>
  );
}

function EnterPin({ member, onBack }: { readonly member: Member; readonly onBack: () => void }) {
  const say = useSay();
  const { link, memory } = useSession();
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const [freeAt, setFreeAt] = useState(0);
  const waitSeconds = Math.ceil(Math.max(0, freeAt - useNow().steady) / 1_000);
  const submit = async (): Promise<void> => {
    setBusy(true);
    const reply = citySignInReplySchema.safeParse(await link.ask('signIn', { staffId: member.staffId, pin }, signInMs));
    setBusy(false);
    setPin('');
    if (reply.success && reply.data.ok) memory.setState({ member: reply.data.member, lockAfterMs: reply.data.lockAfterMs ?? idleLockMs(), locked: false, mustSetPin: reply.data.mustSetPin === true });
    else {
      setWrong(say(reply.success ? 'cityDesk.pinWrong' : 'cityDesk.noAnswer'));
      if (reply.success && !reply.data.ok) setFreeAt(now().steady + reply.data.waitMs);
    }
  };
  return (
    <form className="pin-form" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <h2>{member.name} <span>{say(`cityDesk.role.${member.role}`)}</span></h2>
      <Input.Password size="large" autoFocus autoComplete="off" aria-label={say('cityDesk.pin')} placeholder={say('cityDesk.pin')} value={pin} maxLength={64} onChange={(event) => { setPin(event.target.value); setWrong(undefined); }} />
      <p className="wrong" role="alert">{waitSeconds > 0 ? say('cityDesk.pinWait', { n: waitSeconds }) : wrong}</p>
      <div><Button size="large" onClick={onBack}>{say('cityDesk.back')}</Button><Button size="large" type="primary" htmlType="submit" loading={busy} disabled={waitSeconds > 0 || pin.length < 4}>{say('cityDesk.signIn')}</Button></div>
    </form>
  );
}

function Shell({ member }: { readonly member: Member }) {
  const say = useSay();
  const signOut = useSignOut();
  const [changing, setChanging] = useState(false);
  const mine = pages.filter((page) => mayOpen(member.role, page));
  const [page, setPage] = useState<PageId>(() => mine.find((one) => window.location.hash === `#desk/${one}`) ?? 'map');
  const [hallId, setHallId] = useState<string>();
  const go = (to: PageId): void => {
    window.history.replaceState(undefined, '', `#desk/${to}`);
    setPage(to);
  };
  return (
    <div className="desk">
      <header>
        <h1>{say('cityDesk.title')}</h1>
        <nav aria-label={say('cityDesk.pages')}>{mine.map((one) => <button key={one} type="button" aria-current={one === page ? 'page' : undefined} onClick={() => { go(one); }}>{say(`cityDesk.page.${one}`)}</button>)}</nav>
        <span className="who">{member.name} · {say(`cityDesk.role.${member.role}`)}</span><Button size="small" onClick={() => { setChanging(true); }}>{say('cityDesk.changePin')}</Button><Button size="small" onClick={signOut}>{say('cityDesk.signOut')}</Button>
      </header>
      {changing && <ChangePin member={member} onClose={() => { setChanging(false); }} />}
      <main><HallsProvider key={page}>
        {page === 'map' && <MapPage onOpen={(hall) => { setHallId(hall); go('figures'); }} onTroubles={() => { go('troubles'); }} />}
        {page === 'jobs' && <JobsPage />}
        {page === 'figures' && <FiguresPage hallId={hallId} onHall={setHallId} />}
        {page === 'clues' && <CluesPage />}
        {page === 'troubles' && <TroublesPage />}
        {page === 'registry' && <RegistryPage role={member.role} />}
        {page === 'erasures' && <ErasuresPage />}
        {page === 'audit' && <AuditPage />}
      </HallsProvider></main>
    </div>
  );
}
