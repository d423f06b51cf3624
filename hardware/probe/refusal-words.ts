/* What was found on a port, or why it could not be asked, in words for whoever stands before the machine. */
import type { DetectedPort } from '../detect.ts';
import type { Words } from './report.ts';

const libraries: Readonly<Record<string, Words>> = {
  functionMissing: { zh: '这个库里没有要用的函数：厂家（--maker）写对了吗？', en: 'a function is missing in this library: is --maker right?' },
  portNotOpened: { zh: '库说没有找到阅读器：看线和驱动', en: 'the library finds no reader: check cable and driver' },
  ended: { zh: '库在打开时崩溃或卡住了：换厂家的新版本', en: 'the library crashed or hung while opening: ask its maker for a newer one' },
};

/** Why a maker's library could not be used. */
export const libraryWords = (code: string): Words =>
  libraries[code] ?? { zh: '库装不进来：文件在吗？要 64 位的；它旁边的 DLL 都在吗？', en: 'the library cannot be loaded: is it there, is it one of 64 bits, are its neighbours beside it?' };

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
