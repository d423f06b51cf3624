/* A day of changes in minutes: the true feed of the agent drives a real page through every scene, calls, jobs that come and go, and a line that breaks; what the page holds at the half and at the end must be the same. */
import { boardChangeSchema, boardOrderSchema, boardStateSchema, type BoardCall, type BoardJob } from '@kuaizhao/sync-agent/contract/board.ts';
import { boardScenes } from '@kuaizhao/db/domain/boards/plan.ts';
import { createBoardFeed, type BoardPicture } from '@kuaizhao/sync-agent/hall/boards/feed.ts';
import { openStage } from '../../display-board/stage/face-stage.ts';
import { orderOf, stateIn } from '../../display-board/stage/full-board.ts';
import { call } from '../../display-board/stage/morning.ts';
import { launchBrowser } from '../../pictures/browser.ts';
import { heldBy, type Held } from '../kiosk/traces.ts';

const limits = { heapKB: 512, nodes: 60, listeners: 10 } as const;
/** A day has 17,280 heartbeats and some ten thousand commands; here they come so fast. */
const changeMs = 20;
const jobCount = 400;
/** changes between two: scenes, and lines that break */
const sceneEvery = 250;
const breakEvery = 1_000;
/** of a page that has settled after what was last done to it */
const settleMs = 12_000;

const wait = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

export async function soak(changes: number): Promise<object> {
  const hall = openHall();
  const feed = createBoardFeed(() => hall.picture());
  let scene = 0;
  const stage = await openStage({
    face: 'board', namespace: '/board',
    onConnect: (socket) => {
      socket.emit('plan', orderOf('wide', boardScenes[scene % boardScenes.length] ?? 'rush'));
      socket.emit('board', feed.whole());
      socket.on('whole', () => { socket.emit('board', feed.whole()); });
    },
  });
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  const wire = await page.context().newCDPSession(page);
  await page.goto(stage.url);
  await page.locator('.sound-button').click();
  const began = performance.now();
  const held: Held[] = [];
  const holds = async (): Promise<void> => {
    scene = boardScenes.indexOf('rush');
    stage.tell('plan', boardOrderSchema, orderOf('wide', 'rush'));
    await wait(settleMs);
    held.push(await heldBy({ page, wire }));
  };
  for (let n = 1; n <= changes; n++) {
    hall.step(n);
    const change = feed.next();
    if (change !== undefined) stage.tell('change', boardChangeSchema, change);
    if (n % sceneEvery === 0) stage.tell('plan', boardOrderSchema, orderOf('wide', boardScenes[++scene % boardScenes.length] ?? 'rush'));
    if (n % breakEvery === 0) { await stage.leave(); await stage.comeBack(); await page.locator('.banner').waitFor({ state: 'detached' }); }
    if (n === Math.floor(changes / 2)) await holds();
    await wait(changeMs);
  }
  await holds();
  const [half, end] = held;
  await browser.close();
  await stage.close();
  if (half === undefined || end === undefined) throw new Error(`${String(changes)} changes are too few`);
  const grew = { heapKB: end.heapKB - half.heapKB, nodes: end.nodes - half.nodes, listeners: end.listeners - half.listeners };
  return {
    through: 'the agent’s feed over a socket into a real page, every scene, calls that are spoken, a line that breaks', changes, jobs: jobCount, seconds: Math.round((performance.now() - began) / 1_000), half, end, grew, limits,
    meets: grew.heapKB <= limits.heapKB && grew.nodes <= limits.nodes && grew.listeners <= limits.listeners,
  };
}

/** A hall of which each step changes what a command would: places, a job for another, a call, now and then its end. */
function openHall() {
  const { version: _version, ...first } = stateIn('rush');
  const [like] = first.jobs;
  if (like === undefined) throw new Error('a morning without jobs');
  let serial = 0;
  const job = (): BoardJob => { serial += 1; return { ...like, jobId: `soak-${String(serial)}`, number: `J${String(serial % 1_000).padStart(3, '0')}`, placesLeft: 1 + (serial % 9) }; };
  let jobs = Array.from({ length: jobCount }, job);
  let calls: BoardCall[] = [];
  return {
    step(n: number): void {
      jobs = jobs.map((one, at) => (at === n % jobCount ? { ...one, placesLeft: Math.max(0, one.placesLeft - 1) } : one));
      if (n % 3 === 0) jobs = [...jobs.slice(1), job()];
      if (n % 7 === 0) calls = [call(`soak-${String(n)}`, `A${String(n % 1_000).padStart(3, '0')}`, n % 9, { at: Date.now() }), ...calls.map((one, at) => (at > 4 ? { ...one, open: false } : one))].slice(0, 12);
    },
    picture: (): BoardPicture => boardStateSchema.omit({ version: true }).parse({ ...first, countedAt: Date.now(), jobs, calls }),
  };
}
