/* What a probe says of a printer: its states, why its wire could not be opened, and what to look at on the sheet. */
import type { PrinterState } from '../ports.ts';
import { LineRefusal } from '../serial/line-refusal.ts';
import { refusalWords } from './refusal-words.ts';
import type { Words } from './report.ts';

const states: Readonly<Record<PrinterState, Words>> = {
  starting: { zh: '还没有回答', en: 'no answer yet' },
  ready: { zh: '正常，有纸', en: 'in order, with paper' },
  nearEnd: { zh: '正常，纸快用完了：备好新纸', en: 'in order, the roll is nearly used up: have a new one ready' },
  paperOut: { zh: '没有纸：装上一卷纸，再测一次', en: 'no paper: put a roll in and probe again' },
  coverOpen: { zh: '盖子开着：盖好，再测一次', en: 'the cover is open: close it and probe again' },
  cutterError: { zh: '切刀卡住了：关电，清掉纸屑，再测一次', en: 'the cutter is jammed: switch off, take the scrap out, probe again' },
  offline: { zh: '打印机说自己离线：看面板上的灯，按一下进纸键', en: 'the printer says it is offline: look at its lights, press its feed button' },
  unreachable: { zh: '没有回答', en: 'no answer' },
};
export const stateWords = (state: PrinterState): Words => states[state];

const failures: Readonly<Record<string, Words>> = {
  ECONNREFUSED: { zh: '这个地址有机器，但这个端口不接：端口是 9100 吗？别的程序正连着它吗？', en: 'there is a machine, and it refuses this port: is it 9100; is another program connected?' },
  EHOSTUNREACH: { zh: '找不到这个地址：看网线，打一张自检页看它的 IP', en: 'nobody at this address: check the cable; the printer’s self-test page tells its IP' },
  ENETUNREACH: { zh: '这台电脑到不了那个网段：看两边的 IP', en: 'this machine cannot reach that network: compare both addresses' },
  ENOTFOUND: { zh: '没有这个名字的机器：直接写 IP', en: 'no machine of that name: write its IP address' },
  ENOENT: { zh: '没有这个设备文件：线插好了吗？打印机通电了吗？', en: 'no such device file: is the cable in, is the printer on?' },
  EACCES: { zh: '没有权限打开：把用户加进 lp 组，再重新登录', en: 'not permitted: add the user to the group lp and log in again' },
  EBUSY: { zh: '别的程序正用着它：先关掉一体机程序，也关掉系统的打印服务', en: 'open in another program: end the kiosk, and the system’s print service' },
  printerUnknown: { zh: 'Windows 里没有这个名字的打印机：照“打印机和扫描仪”里的名字写', en: 'Windows knows no printer of that name: write it as “Printers & scanners” does' },
  spoolerNotLoaded: { zh: '这里没有 Windows 的打印服务', en: 'there is no print service of Windows here' },
};

/** Why a line to a printer could not be opened. */
export function failureWords(failure: unknown): Words {
  if (failure instanceof LineRefusal) return refusalWords(failure.reason);
  const code = failure instanceof Error ? ('code' in failure ? String(failure.code) : failure.message) : '';
  return failures[code] ?? { zh: '打不开：看线、电源和地址', en: 'cannot be opened: check cable, power and address' };
}

/** The sheet line by line, and which option says what was seen. */
export const sheetWords: readonly { readonly step: string; readonly words: Words }[] = [
  { step: 'lookA', words: { zh: 'A 的数字在一行里打完了：--columns 48；折成两行：--columns 32', en: 'A stands on one line: --columns 48; on two: --columns 32' } },
  { step: 'lookLetters', words: { zh: '上下两行 D 的字一样：--letters gb18030；只有两行 C 一样：--letters gbk；都不一样，B 对：--letters gb2312', en: 'both lines D show the same letters: --letters gb18030; only both lines C do: --letters gbk; neither, but B is right: --letters gb2312' } },
  { step: 'lookQr', words: { zh: 'G 和 H 都能扫出来：--qr native；只有 H 能扫：--qr raster', en: 'G and H can both be scanned: --qr native; only H: --qr raster' } },
  { step: 'lookCut', words: { zh: '“I”上面切断了、还连着一点：--cutter partial；全断：--cutter full；没有切：--cutter none', en: 'cut above “I”, hanging by a bit: --cutter partial; cut through: --cutter full; not cut: --cutter none' } },
];
