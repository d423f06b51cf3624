/* The screens of a worker whom the hall knows, by what the session says: loaded behind the first screen, see worker-later.tsx. */
import type { ReactNode } from 'react';
import { Call, CallNo, Offer, WhyNot } from './calls/answers.tsx';
import { Calls } from './calls/calls.tsx';
import { Crew } from './crew/crew.tsx';
import { Consents, NewPhone, NewTrades } from './data/change.tsx';
import { Copy, Data } from './data/data.tsx';
import { Erase, EraseSure } from './data/erase.tsx';
import { Evening, EveningHire, NotPaid, Rights } from './evening/evening.tsx';
import { JobDetail } from './find/job-detail.tsx';
import { Jobs, JobTrades } from './find/jobs.tsx';
import { Home } from './home/home.tsx';
import { Told } from './home/told.tsx';
import { LeafletScreen, News, SheetScreen, SteadyJobs, Training } from './news/news.tsx';
import { Opinion } from './opinion/opinion.tsx';
import { TypeId } from './person/type-id.tsx';
import { Booked, BookService, Slots } from './windows/booking.tsx';
import type { WorkerScreen } from './view/worker-screens.ts';
import { WishesScreen, WishScreen } from './wishes/wishes.tsx';

export function workerScreen(screen: WorkerScreen): ReactNode {
  switch (screen.at) {
    case 'home': return <Home screen={screen} />;
    case 'told': return <Told screen={screen} />;
    case 'typeId': return <TypeId screen={screen} />;
    case 'jobs': return <Jobs screen={{ ...screen, at: 'jobs' }} />;
    case 'jobTrades': return <JobTrades screen={{ ...screen, at: 'jobTrades' }} />;
    case 'jobDetail': return <JobDetail screen={screen} />;
    case 'wishes': return <WishesScreen screen={screen} />;
    case 'wish': return <WishScreen screen={screen} />;
    case 'calls': return <Calls screen={screen} />;
    case 'call': return <Call screen={{ ...screen, at: 'call' }} />;
    case 'callNo': return <CallNo />;
    case 'offer': return <Offer screen={screen} />;
    case 'whyNot': return <WhyNot screen={screen} />;
    case 'evening': return <Evening screen={screen} />;
    case 'eveningHire': return <EveningHire screen={{ ...screen, at: 'eveningHire' }} />;
    case 'notPaid': return <NotPaid screen={{ ...screen, at: 'notPaid' }} />;
    case 'rights': return <Rights screen={screen} />;
    case 'data': return <Data />;
    case 'copy': return <Copy screen={screen} />;
    case 'newPhone': return <NewPhone screen={screen} />;
    case 'newTrades': return <NewTrades screen={screen} />;
    case 'consents': return <Consents screen={screen} />;
    case 'erase': return <Erase />;
    case 'eraseSure': return <EraseSure />;
    case 'opinion': return <Opinion screen={screen} />;
    case 'news': return <News screen={screen} />;
    case 'leaflet': return <LeafletScreen screen={screen} />;
    case 'steadyJobs': return <SteadyJobs screen={screen} />;
    case 'training': return <Training />;
    case 'sheet': return <SheetScreen screen={screen} />;
    case 'crew': return <Crew screen={screen} />;
    case 'booked': return <Booked screen={screen} />;
    case 'bookService': return <BookService />;
    case 'slots': return <Slots screen={screen} />;
  }
}
