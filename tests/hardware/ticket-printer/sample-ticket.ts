/* A ticket that uses everything the composer has, and the strangest letters names have. Synthetic people. */
import type { PaperLine } from '@kuaizhao/hardware/ticket-printer/paper-line.ts';

export const sampleTicket: readonly PaperLine[] = [
  { type: 'text', text: '历城区王舍人综合零工市场', align: 'center', bold: true },
  { type: 'text', text: '排队号', align: 'center', size: 2 },
  { type: 'text', text: 'A017', align: 'center', size: { width: 5, height: 5 }, bold: true },
  { type: 'feed', lines: 1 },
  { type: 'rule' },
  { type: 'pair', left: '姓名', right: '买买提·吐尔逊·阿卜杜拉' },
  { type: 'pair', left: '生僻字', right: '䶮 㼆 𬭸 𠮷' },
  { type: 'pair', left: '工种', right: '砌筑工、搬运工（装卸）、保洁、绿化、架子工、水电安装' },
  { type: 'pair', left: '前面还有', right: '12 人', size: { width: 1, height: 2 } },
  { type: 'rule', character: '=' },
  { type: 'text', text: '请在大屏和语音叫号时到洽谈桌。过号请到窗口，工作人员会为您重新排队。Please come to the table when your number is called, and keep this ticket until you are paid.' },
  { type: 'qr', data: 'KZ1:2026-11-21:A017:7c9e6679', moduleDots: 6 },
  { type: 'text', text: '请取回身份证', align: 'center', size: 2, bold: true },
  { type: 'text', text: '一切服务免费　热线 12333', align: 'right' },
  { type: 'feed', lines: 2 },
];
