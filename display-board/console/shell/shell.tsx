/* Around every page of a console: the head with the true counts, what cannot wait, the rail, and the page that is open. Alt and a digit open a group, so that no hand has to leave the keys. */
import { useEffect, useState } from 'react';
import type { StaffRole } from '@kuaizhao/db/domain/staff/role.ts';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { useSay } from '../../kit/say.tsx';
import { Alerts } from '../floor/alerts.tsx';
import { TopBar } from '../floor/top-bar.tsx';
import { otherAlarms } from '../live/alarm-text.ts';
import { AlarmLine } from '../live/alarm-line.tsx';
import { WindowBar } from '../floor/window/window-bar.tsx';
import { windows } from '@kuaizhao/sync-agent/contract/may/grant.ts';
import type { SignedIn } from '../session/console-memory.ts';
import { GoContext } from './go.ts';
import type { PageId } from './page-ids.ts';
import { groups, homeOf, inCharge, pagesFor, type Group, type PageSpec } from './pages.ts';

export function Shell({ hallName, floor, signedIn }: { readonly hallName: string; readonly floor: FloorState; readonly signedIn: SignedIn }) {
  const mine = pagesFor(signedIn.role);
  const [open, openPage] = useOpenPage(mine, signedIn.role);
  const [about, setAbout] = useState<string>();
  const go: Go = (page) => { setAbout(undefined); openPage(page); };
  const goAbout = (id: PageId, what?: string): void => {
    const page = mine.find((one) => one.id === id);
    if (page === undefined) return;
    setAbout(what);
    openPage(page);
  };
  return (
    <div className="shell">
      <TopBar hallName={hallName} floor={floor} signedIn={signedIn} />
      <Alerts floor={floor} />
      {inCharge.includes(signedIn.role) && open?.id !== 'live' && <AlarmLine floor={floor} onOpen={() => { const live = mine.find(({ id }) => id === 'live'); if (live !== undefined) go(live); }} />}
      {windows.includes(signedIn.role) && open?.ownKeys !== true && <WindowBar floor={floor} />}
      <div className="shell-room">
        {mine.length > 1 && <Rail mine={mine} open={open} go={go} role={signedIn.role} alarms={inCharge.includes(signedIn.role) ? otherAlarms(floor).length : 0} />}
        {open !== undefined && <main className="shell-page" key={`${open.id} ${about ?? ''}`}>{mine.filter((page) => page.group === open.group).length > 1 && <Tabs mine={mine} open={open} go={go} />}<GoContext value={{ go: goAbout, leads: (id) => mine.some((one) => one.id === id), about }}><open.Page /></GoContext></main>}
      </div>
    </div>
  );
}

type Go = (page: PageSpec) => void;

/** The page of the address if this role has it, else its first. */
function useOpenPage(mine: readonly PageSpec[], role: StaffRole): readonly [PageSpec | undefined, Go] {
  const [id, setId] = useState(() => window.location.hash.slice(1));
  const open = mine.find((page) => page.id === id) ?? homeOf(role, mine);
  const go: Go = (page) => {
    window.history.replaceState(undefined, '', `#${page.id}`);
    setId(page.id);
  };
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.metaKey) return;
      const group = groupsOf(mine)[Number(event.key) - 1];
      const page = group === undefined ? undefined : pageOf(group, mine, open, role);
      if (page === undefined) return;
      event.preventDefault();
      go(page);
    };
    window.addEventListener('keydown', press);
    return () => { window.removeEventListener('keydown', press); };
  });
  return [open, go];
}

/** The first page of a group, one's own home before the others; the same digit again goes through its pages. */
function pageOf(group: Group, mine: readonly PageSpec[], open: PageSpec | undefined, role: StaffRole): PageSpec | undefined {
  const pages = mine.filter((one) => one.group === group);
  const at = pages.findIndex((one) => one.id === open?.id);
  const home = homeOf(role, mine);
  return at >= 0 ? pages[(at + 1) % pages.length] : pages.find((one) => one.id === home?.id) ?? pages[0];
}

const groupsOf = (mine: readonly PageSpec[]): readonly Group[] => groups.filter((group) => mine.some((page) => page.group === group));

interface RailProps { readonly mine: readonly PageSpec[]; readonly open: PageSpec | undefined; readonly go: Go }

function Rail({ mine, open, go, role, alarms }: RailProps & { readonly role: StaffRole; readonly alarms: number }) {
  const say = useSay();
  return (
    <nav className="rail" aria-label={say('console.pages')}>
      {groupsOf(mine).map((group, at) => (
        <button
          key={group} type="button" aria-current={open?.group === group ? 'page' : undefined} title={`${say(`group.${group}`)} (Alt+${String(at + 1)})`}
          onClick={() => { const page = open?.group === group ? undefined : pageOf(group, mine, open, role); if (page !== undefined) go(page); }}
        >
          <b>{say(`group.${group}`)}</b><kbd>{at + 1}</kbd>
          {group === 'floor' && alarms > 0 && <em className="badge" title={say('alarm.count', { n: alarms })}>{alarms}</em>}
        </button>
      ))}
    </nav>
  );
}

function Tabs({ mine, open, go }: RailProps & { readonly open: PageSpec }) {
  const say = useSay();
  return (
    <nav className="page-tabs" aria-label={say(`group.${open.group}`)}>
      {mine.filter((page) => page.group === open.group).map((page) => (
        <button key={page.id} type="button" aria-current={page.id === open.id ? 'page' : undefined} onClick={() => { go(page); }}>{say(`page.${page.id}`)}</button>
      ))}
    </nav>
  );
}
