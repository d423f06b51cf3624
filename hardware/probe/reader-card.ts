/* The half of the reader's probe that needs a card: find, select, read, what the module knows beside it, and how it tells that the card has left. */
import type { SamChannel, SamReply } from '../id-card/sam-channel.ts';
import { samCommands } from '../id-card/sam-commands.ts';
import type { Timer } from '../ports.ts';
import { maskedCard } from './masked.ts';
import type { ProbeReport } from './report.ts';

export const cardProbeLimits = { findEveryMs: 300, readTries: 2, liftMs: 20_000 } as const;

/** Asks until the answer fits, or undefined after `limitMs` or when the line is over. */
async function askUntil(channel: SamChannel, timer: Timer, ask: () => Promise<SamReply>, fits: (reply: SamReply) => boolean, limitMs: number): Promise<SamReply | undefined> {
  const until = timer.now() + limitMs;
  while (timer.now() < until && !channel.ended()) {
    const reply = await ask();
    if (fits(reply)) return reply;
    await channel.wait(cardProbeLimits.findEveryMs);
  }
  return undefined;
}

/** What else the module can, asked while the card was just read and surely lies there. The answers themselves are dropped. */
async function probeExtras(channel: SamChannel, report: ProbeReport): Promise<boolean> {
  const presence = await channel.ask(samCommands.managementNumber);
  const asks = presence.meaning === 'ok' || presence.meaning === 'noSuchItem';
  report.tell('managementNumber', 'note', asks
    ? { zh: '问得出卡还在不在（30 05）：取走卡马上知道', en: 'answers whether the card still lies there (30 05): its leaving is seen at once' }
    : { zh: `问不出卡还在不在（30 05 回答 ${presence.name}）：只能靠找卡来猜`, en: `does not tell whether the card still lies there (30 05 answers ${presence.name}): finding has to guess` }, { reply: presence.name });
  const address = await channel.ask(samCommands.newAddress);
  const known = address.meaning === 'ok' || address.meaning === 'noSuchItem';
  report.tell('newAddress', 'note', { zh: `追加住址（30 03）：${known ? '支持' : `不支持（${address.name}）`}；本系统不用它`, en: `new address (30 03): ${known ? 'supported' : `not supported (${address.name})`}; never used by the kiosk` }, { reply: address.name });
  const again = await channel.ask(samCommands.find);
  report.tell('findAgain', 'note', { zh: `卡还放着时再找卡：${again.name}`, en: `find while the read card still lies there: ${again.name}` }, { reply: again.name });
  return asks;
}

/** False when no card came, or it could not be read. */
export async function probeCard(channel: SamChannel, timer: Timer, report: ProbeReport, waitMs: number): Promise<boolean> {
  report.tell('placeCard', 'note', { zh: `请在 ${Math.round(waitMs / 1_000)} 秒内放一张身份证`, en: `lay an ID card on the reader within ${Math.round(waitMs / 1_000)} seconds` });
  const found = await askUntil(channel, timer, () => channel.ask(samCommands.find), ({ meaning }) => meaning === 'found' || meaning === 'unknownCard' || meaning === 'rejectedCard', waitMs);
  if (found?.meaning !== 'found') {
    report.tell('find', 'wrong', found === undefined ? { zh: '没有找到卡', en: 'no card was found' } : { zh: `这张卡不行：${found.name}`, en: `this card does not do: ${found.name}` }, { reply: found?.name ?? 'none' });
    return false;
  }
  report.tell('find', 'fine', { zh: '找到卡了', en: 'card found' });
  let reply: SamReply | undefined;
  for (let attempt = 0; attempt < cardProbeLimits.readTries && reply?.meaning !== 'ok'; attempt++) {
    const select = await channel.ask(samCommands.select);
    report.tell('select', select.meaning === 'ok' ? 'fine' : 'note', { zh: `选卡：${select.name}`, en: `select: ${select.name}` }, { reply: select.name });
    reply = select.meaning === 'ok' ? await channel.ask(samCommands.read) : select;
  }
  const card = reply?.meaning === 'ok' ? channel.person(reply.data) : undefined;
  if (card === undefined) {
    report.tell('read', 'wrong', { zh: `读卡失败：${reply?.meaning === 'ok' ? '内容看不懂' : reply?.name ?? ''}；拿开重新放，再跑一次`, en: `reading failed: ${reply?.meaning === 'ok' ? 'the text makes no person' : reply?.name ?? ''}; lift the card, lay it down and run this again` }, { reply: reply?.name ?? 'none' });
    return false;
  }
  const masked = maskedCard(card);
  report.tell('read', 'fine', { zh: `读到了：${String(masked['name'])}，${String(masked['number'])}（隐去）`, en: `read: ${String(masked['name'])}, ${String(masked['number'])} (masked)` }, masked);
  const asks = await probeExtras(channel, report);
  report.tell('liftCard', 'note', { zh: '请取走身份证', en: 'take the card away' });
  const question = asks ? samCommands.managementNumber : samCommands.find;
  const gone = await askUntil(channel, timer, () => channel.ask(question), ({ meaning }) => meaning !== 'ok' && meaning !== 'noSuchItem' && meaning !== 'found' && meaning !== 'silent', cardProbeLimits.liftMs);
  report.tell('lifted', 'note', gone === undefined
    ? { zh: '看不出卡已取走', en: 'its leaving was not seen' }
    : { zh: `看到卡取走了（回答 ${gone.name}）`, en: `seen to leave (answer ${gone.name})` }, { reply: gone?.name ?? 'none' });
  return true;
}
