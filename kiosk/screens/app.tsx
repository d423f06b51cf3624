/* The whole face: edges around, the screen that the session says, and the warning over all of it. */
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { KioskFace, Screen } from '@kuaizhao/kiosk/session/face.ts';
import { Banners } from './frame/banners.tsx';
import { Foot, Header } from './frame/edges.tsx';
import { IdleWarning } from './frame/idle-warning.tsx';
import { usePageSettings } from './frame/page-settings.ts';
import { AtDesk } from './hiring/at-desk.tsx';
import { BlockedWords } from './hiring/blocked-words.tsx';
import { EmployerCard } from './hiring/employer-card.tsx';
import { EmployerHome } from './hiring/employer-home.tsx';
import { EmployerPromise } from './hiring/employer-promise.tsx';
import { EmployerRecord } from './hiring/employer-record.tsx';
import { Posted } from './hiring/posted.tsx';
import { Principals } from './hiring/principals.tsx';
import { RepeatJob } from './hiring/repeat-job.tsx';
import { WhoAmI } from './hiring/who-am-i.tsx';
import { JobPartScreen } from './job/job-part.tsx';
import { NumbersOnlyAttract } from './numbers-only/attract.tsx';
import { CannotNow } from './numbers-only/cannot-now.tsx';
import { LeasedNumber } from './numbers-only/leased-number.tsx';
import { Corner } from './maintenance/corner.tsx';
import { MaintainAway, MaintainCard, MaintainPin, MaintainWho } from './maintenance/gate.tsx';
import { Maintenance } from './maintenance/machine.tsx';
import { Hired } from './jobs/hired.tsx';
import { JobChangeScreen } from './jobs/job-change.tsx';
import { JobPaper } from './jobs/job-paper.tsx';
import { JobPeopleScreen } from './jobs/job-people.tsx';
import { JobQuotes } from './jobs/job-quotes.tsx';
import { MyJob } from './jobs/my-job.tsx';
import { Placard } from './jobs/placard.tsx';
import { Attract } from './person/attract.tsx';
import { Consent } from './person/consent.tsx';
import { NumberScreen } from './person/number.tsx';
import { Phone } from './person/phone.tsx';
import { Trades } from './person/trades.tsx';
import { Asking, TakeCard } from './person/waiting.tsx';
import { Readiness } from './readiness/readiness.tsx';
import { SetUpAddress, SetUpCode } from './set-up/typed.tsx';
import { SetUpIn, SetUpRefused, SetUpShut, SetUpSigns } from './set-up/told.tsx';
import { Shut } from './trouble/shut.tsx';
import { CardTrouble, Minor, NoAgent, Refused } from './trouble/troubles.tsx';
import { FaceContext, StoreContext } from './view/context.ts';
import { Missed } from './windows/missed.tsx';
import { Services } from './windows/services.tsx';
import { WorkerScreenLater } from './worker-later.tsx';
import { useView, type ViewStore } from './view/store.ts';
import { isWorkerScreen } from './view/worker-screens.ts';
import { Speaking } from './voice/speaking.tsx';

export function App({ store }: { readonly store: ViewStore }): ReactNode {
  const face = useView(store, (view) => view.face);
  usePageSettings(face);
  // Until the host has spoken there is nothing true to show; it speaks within moments.
  if (face === undefined) return null;
  const { at } = face.screen;
  return (
    <StoreContext value={store}>
      <FaceContext value={face}>
        <I18nProvider locale={face.language}>
          <div className={`kiosk at-${at}`}>
            <Header />
            {at === 'attract' ? <Corner /> : null}
            <Banners />
            <div className="low">
              <ScreenOf screen={face.screen} numbersOnly={face.numbersOnly} />
              <Foot withEnd={at !== 'attract' && at !== 'takeCard' && at !== 'setUpShut' && at !== 'setUpIn'} />
            </div>
          </div>
          <IdleWarning />
          <Speaking />
        </I18nProvider>
      </FaceContext>
    </StoreContext>
  );
}

function ScreenOf({ screen, numbersOnly }: { readonly screen: Screen; readonly numbersOnly: KioskFace['numbersOnly'] }): ReactNode {
  if (isWorkerScreen(screen)) return <WorkerScreenLater screen={screen} />;
  switch (screen.at) {
    case 'attract': return numbersOnly === undefined ? <Attract /> : <NumbersOnlyAttract services={numbersOnly.services} />;
    case 'leasedNumber': return <LeasedNumber screen={screen} />;
    case 'readiness': return <Readiness screen={screen} />;
    case 'cannotNow': return <CannotNow screen={screen} />;
    case 'asking': return <Asking />;
    case 'consent': return <Consent screen={screen} />;
    case 'phone': return <Phone screen={screen} />;
    case 'trades': return <Trades screen={screen} />;
    case 'number': return <NumberScreen screen={screen} />;
    case 'services': return <Services screen={screen} />;
    case 'missed': return <Missed screen={screen} />;
    case 'employerCard': return <EmployerCard />;
    case 'whoAmI': return <WhoAmI screen={screen} />;
    case 'promise': return <EmployerPromise screen={screen} />;
    case 'jobTrade': case 'jobPay': case 'jobWhen': case 'jobPlace': case 'jobConditions': case 'jobVan': case 'jobMode': case 'jobCheck':
      return <JobPartScreen screen={screen} />;
    case 'employerHome': return <EmployerHome screen={screen} />;
    case 'principals': return <Principals screen={screen} />;
    case 'repeat': return <RepeatJob screen={screen} />;
    case 'atDesk': return <AtDesk screen={screen} />;
    case 'employerRecord': return <EmployerRecord screen={screen} />;
    case 'blockedWords': return <BlockedWords screen={screen} />;
    case 'myJob': return <MyJob screen={screen} />;
    case 'jobPeople': return <JobPeopleScreen screen={screen} />;
    case 'jobQuotes': return <JobQuotes screen={screen} />;
    case 'placard': return <Placard screen={screen} />;
    case 'hired': return <Hired screen={screen} />;
    case 'jobChange': return <JobChangeScreen screen={screen} />;
    case 'jobPaper': return <JobPaper screen={screen} />;
    case 'posted': return <Posted screen={screen} />;
    case 'minor': return <Minor />;
    case 'cardTrouble': return <CardTrouble screen={screen} />;
    case 'refused': return <Refused screen={screen} />;
    case 'noAgent': return <NoAgent />;
    case 'takeCard': return <TakeCard />;
    case 'maintainWho': return <MaintainWho screen={screen} />;
    case 'maintainCard': return <MaintainCard screen={screen} />;
    case 'maintainPin': return <MaintainPin screen={screen} />;
    case 'maintainAway': return <MaintainAway />;
    case 'maintenance': return <Maintenance screen={screen} />;
    case 'shut': return <Shut screen={screen} />;
    case 'setUpShut': return <SetUpShut screen={screen} />;
    case 'setUpAddress': return <SetUpAddress screen={screen} />;
    case 'setUpCode': return <SetUpCode screen={screen} />;
    case 'setUpAsking': return <Asking />;
    case 'setUpSigns': return <SetUpSigns screen={screen} />;
    case 'setUpRefused': return <SetUpRefused screen={screen} />;
    case 'setUpIn': return <SetUpIn screen={screen} />;
  }
}
