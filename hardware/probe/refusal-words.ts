/* What was found on a port, or why it could not be asked, in words for whoever stands before the machine. */
import type { DetectedPort } from '../detect.ts';
import type { Words } from './report.ts';

const words: Readonly<Record<DetectedPort['found'], Words>> = {
  idReader: { zh: '身份证阅读器在这里', en: 'a card reader speaks here' },
  printer: { zh: '这里是小票打印机', en: 'a ticket printer speaks here' },
  unknown: { zh: '有东西回答，但不是阅读器也不是打印机（也许速度不对）', en: 'something answers, neither reader nor printer (perhaps at another speed)' },
  nobody: { zh: '没有回答', en: 'no answer' },
  notThere: { zh: '没有这个串口', en: 'there is no such port' },
  takenHere: { zh: '这个程序已经打开了它', en: 'already open in this program' },
  takenElsewhere: { zh: '别的程序正用着它：先关掉一体机程序再测', en: 'open in another program: end the kiosk first' },
  notAllowed: { zh: '没有权限打开：把用户加进 dialout 组，再重新登录', en: 'not permitted: add the user to the group dialout and log in again' },
  nobodyAnswered: { zh: '没有一个口有回答', en: 'nobody answers on any port' },
  tooSlow: { zh: '打开得太慢', en: 'opening takes too long' },
  failed: { zh: '打不开', en: 'cannot be opened' },
};

export const refusalWords = (found: DetectedPort['found']): Words => words[found];
