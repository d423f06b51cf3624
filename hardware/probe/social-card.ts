/* The probe of a slot for social-security cards: PC/SC, slots, one card asked step by step, what it answers, and the person masked. */
import { readSocialCard } from '../social-card/read-card.ts';
import type { ChipEvent, ChipService } from '../social-card/chip-service.ts';
import { openPcsc } from '../social-card/pcsc/pcsc.ts';
import type { Timer } from '../ports.ts';
import { maskedNumber, maskedText } from './masked.ts';
import type { Probe, ProbeReport, ProbeResult } from './report.ts';

export interface SocialCardProbeParts {
  readonly report: ProbeReport;
  readonly timer: Timer;
  readonly openService: () => Promise<ChipService>;
  readonly waitMs: number;
}

/** slots are told one after the other when a service was just opened */
const slotsMs = 1_500;

/** Slots as they are told, and the first card. */
function watch(service: ChipService, tell: (slot: string) => void): { readonly card: Promise<Extract<ChipEvent, { type: 'cardIn' }>>; readonly slots: () => number } {
  const slots = new Set<string>();
  const card = new Promise<Extract<ChipEvent, { type: 'cardIn' }>>((resolve) => {
    service.onEvent((event) => {
      if (event.type === 'slotThere' && !slots.has(event.slot)) {
        slots.add(event.slot);
        tell(event.slot);
      }
      if (event.type === 'cardIn') resolve(event);
    });
  });
  return { card, slots: () => slots.size };
}

function within<T>(timer: Timer, ms: number, work: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    const cancel = timer.after(ms, () => resolve(undefined));
    work.then((value) => {
      cancel();
      resolve(value);
    }, () => resolve(undefined));
  });
}

/** The card that is in, asked step by step. */
async function probeCard(event: Extract<ChipEvent, { type: 'cardIn' }>, timer: Timer, report: ProbeReport): Promise<ProbeResult> {
  const card = await event.connect().catch(() => undefined);
  if (card === undefined) {
    report.tell('connect', 'wrong', { zh: '卡没有接通：拿出来重新插一次', en: 'the card could not be connected: take it out and put it in again' });
    return 1;
  }
  const outcome = await readSocialCard(card, timer, (step, reply, meaning) => report.tell(step, meaning === 'ok' ? 'fine' : 'note', { zh: `${step}：${meaning}（${reply}）`, en: `${step}: ${meaning} (${reply})` }, { reply, meaning }));
  await card.release();
  if (outcome.type === 'read') {
    const { name, number, cardNumber } = outcome.card;
    report.tell('read', 'fine', { zh: `读到了：${maskedText(name)}，${maskedNumber(number)}（隐去）`, en: `read: ${maskedText(name)}, ${maskedNumber(number)} (masked)` }, { nameLetters: Array.from(name).length, numberLetters: number.length, hasCardNumber: cardNumber !== undefined });
    report.tell('config', 'note', { zh: `写进 kiosk.json： "socialCard": ${JSON.stringify({ link: 'pcsc', slot: event.slot })}`, en: 'goes into kiosk.json like this; without "slot" every slot is watched' });
    return 0;
  }
  report.tell('read', 'wrong', {
    placeAgain: { zh: '卡中途没有回答：重新插好再测', en: 'the card stopped answering: put it in again and repeat' },
    notSocialCard: { zh: '这不是社会保障卡（或者是外地不同的卡）', en: 'this is no social-security card (or one of another kind)' },
    numberWithheld: { zh: '这个城市的社保卡不给外面的阅读器看号码（EF06 要密钥）：请用身份证，或到人工窗口', en: 'the cards of this city keep their number to their own readers (EF06 wants a key): use ID cards, or the desk' },
    unreadable: { zh: '号码或姓名的格式看不懂', en: 'number or name have an unknown form' },
  }[outcome.trouble], { trouble: outcome.trouble, step: outcome.step });
  return 1;
}

/** 0: a card was read. 1: slot or card are there and something is wrong. 3: no PC/SC, no slot. Never rejects. */
export async function probeSocialCard({ report, timer, openService, waitMs }: SocialCardProbeParts): Promise<ProbeResult> {
  let service: ChipService;
  try {
    service = await openService();
  } catch {
    report.tell('service', 'wrong', { zh: '这台电脑的 PC/SC 服务没有运行。Linux：apt-get install pcscd；Windows：启动“Smart Card”服务', en: 'PC/SC does not run here. Linux: apt-get install pcscd; Windows: start the service “Smart Card”' });
    return 3;
  }
  try {
    report.tell('service', 'fine', { zh: 'PC/SC 服务正常', en: 'PC/SC runs' });
    const { card, slots } = watch(service, (slot) => report.tell('slot', 'fine', { zh: `卡座：${slot}`, en: `slot: ${slot}` }, { slot }));
    await new Promise<void>((resolve) => { timer.after(slotsMs, resolve); });
    if (slots() === 0) {
      report.tell('slot', 'wrong', { zh: '没有卡座：看线和驱动', en: 'no slot is there: check cable and driver' });
      return 3;
    }
    report.tell('insertCard', 'note', { zh: `请在 ${Math.round(waitMs / 1_000)} 秒内插一张社保卡`, en: `put a social-security card in within ${Math.round(waitMs / 1_000)} seconds` });
    const event = await within(timer, waitMs, card);
    if (event !== undefined) return await probeCard(event, timer, report);
    report.tell('card', 'wrong', { zh: '没有等到卡（芯片朝里、朝上再试）', en: 'no card came (chip inwards and up)' });
    return 1;
  } finally {
    await service.close();
  }
}

export const socialCardProbe: Probe = {
  usage: ['social-card [--wait SECONDS] [--json]'],
  options: { wait: { type: 'string' } },
  run(values, report, timer) {
    const wait = Number(values['wait'] ?? '30');
    if (!Number.isInteger(wait) || wait < 1 || wait > 600) {
      report.tell('usage', 'wrong', { zh: '--wait 是 1 到 600 秒', en: '--wait is 1 to 600 seconds' });
      return Promise.resolve(2);
    }
    return probeSocialCard({ report, timer, openService: () => openPcsc({ timer, log: () => undefined }), waitMs: wait * 1_000 });
  },
};
