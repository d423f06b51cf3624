/* `npm run kiosk -- --config kiosk.json --enrol CODE`: the technician at the machine sees ten signs, somebody at the agent says yes to them, and from then on this kiosk is one of the hall's. */
import { codeSchema } from '@kuaizhao/sync-agent/contract/enrolment/messages.ts';
import { stampWords } from '@kuaizhao/kiosk/i18n/format.ts';
import { systemClock } from '../host-clock.ts';
import { enrol, type EnrolRefusal } from './enrol.ts';
import { writeTrust } from './trust-file.ts';

/** Every one has its sentence: Chinese first. */
export const enrolRefusalWords: Readonly<Record<EnrolRefusal | 'badCode' | 'plainAddress' | 'otherName', string>> = {
  malformed: '主机没听懂，两边的程序版本可能不一样。the agent did not understand; are both of the same version?',
  noCode: '主机上没有打开登记，或五分钟已过。请在主机上再打开一次。no code is open at the agent, or five minutes are over',
  wrongCode: '登记码不对，请看清再输。that is not the code',
  codeGone: '输错五次，登记码作废了。请在主机上再打开一次。five wrong codes: it is gone, open another one',
  notLetIn: '主机那边没有确认，或五分钟已过。请重来一次。nobody said yes at the agent in time',
  noSession: '主机没听懂。the agent did not understand',
  sentAway: '主机没听懂。the agent did not understand',
  copied: '主机没听懂。the agent did not understand',
  runOut: '主机没听懂。the agent did not understand',
  tooMany: '试得太多，请等一分钟。too many tries, wait a minute',
  unreachable: '连不上主机，请看地址和网线。the agent cannot be reached: look at the address and the cable',
  notUnderstood: '这个地址上不是市场主机。whoever answers at this address is no hall agent',
  notTheHall: '对方不知道登记码，不是本市场的主机。什么也没给出去，请找管理员。whoever answered does not know the code and is not the hall; nothing was given away',
  otherHall: '这是另一个市场的主机。whoever answered is another hall',
  clocksDiffer: '这台机器和主机的时间不一样，请先把不准的调准，再登记一次。the clocks of this machine and of the agent differ: put right the one that is wrong and enrol again',
  badCode: '登记码是八位数字。the code is eight digits',
  plainAddress: '主机地址应以 https:// 开头。the address of the agent begins with https://',
  otherName: '主机上登记的设备编号和 kiosk.json 里的不一样。改好一边，再登记一次。the hall enrolled another device id than kiosk.json has: put one of them right and enrol again',
};

/** Gives the exit code: 0 enrolled, 2 not. `url`: https://… of the agent. */
export async function enrolHere({ deviceId, printerId, data, url, code, say }: { readonly deviceId: string; readonly printerId: string; readonly data: string; readonly url: string; readonly code: string; readonly say: (line: string) => void }): Promise<number> {
  const refuse = (why: keyof typeof enrolRefusalWords): number => { say(enrolRefusalWords[why]); return 2; };
  if (!codeSchema.safeParse(code).success) return refuse('badCode');
  if (!url.startsWith('https://')) return refuse('plainAddress');
  const result = await enrol({
    url, code, timer: systemClock.timer, now: systemClock.now,
    showSigns: (signs) => say(`核对码 ${signs}\n主机上显示的应当一模一样。一样就在主机上确认；不一样就拒绝，并找管理员。\nthe agent must show the very same signs: then say yes there, else no`),
  });
  if (!result.ok && result.clocks !== undefined) say(`这台 ${stampWords(result.clocks.here)}，主机 ${stampWords(result.clocks.hall)}。here and at the agent`);
  if (!result.ok) return refuse(result.refusal);
  if (result.trust.deviceId !== deviceId) return refuse('otherName');
  writeTrust(data, result.trust);
  say(`登记好了：${deviceId}，证书到 ${new Date(result.trust.until).toISOString().slice(0, 10)}，到期前自动换新。enrolled`);
  if (result.printer !== printerId) say(`注意：主机上登记的打印机是 ${result.printer ?? '—'}，kiosk.json 里是 ${printerId}。the hall says another printer stands beside this kiosk`);
  return 0;
}
