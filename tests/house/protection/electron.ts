/* Electron's own list "Security: checklist" (electronjs.org/docs/latest/tutorial/security, twenty items), item by item: see rows.ts. */
import type { Protected } from './rows.ts';

const windows = 'kiosk/electron/windows';
const lockDown = `${windows}/lock-down.ts`;
const rules = ['the page reaches nothing but the doorway'];
const loads = ['the page loads nothing from elsewhere, goes nowhere and opens nothing'];

export const electronChecklist: readonly Protected[] = [
  { id: '1', asked: '只加载安全内容', met: '页面从自己的协议、按构建清单加载；唯一的外来页面是本市场的大屏，局域网上走 https。', code: ['kiosk/electron/pages', `${windows}/board-window.ts`], held: [...loads, 'the board loads from its hall and from nowhere else'], left: '' },
  { id: '2', asked: '页面没有 Node', met: 'nodeIntegration 及子框架、工作线程都关着。', code: [lockDown], held: rules, left: '' },
  { id: '3', asked: '上下文隔离', met: '开着，页面只看得见一个小门。', code: [lockDown, 'kiosk/electron/preload.ts'], held: [...rules, 'without the preload the page has no doorway'], left: '' },
  { id: '4', asked: '沙箱', met: '全程序开启；带 --no-sandbox 启动会被拒绝。', code: [lockDown], held: ['§4 an installed kiosk is not started with', ...rules], left: '' },
  { id: '5', asked: '权限请求', met: '一律拒绝：摄像头、蓝牙、串口、录屏、下载。', code: [lockDown], held: loads, left: '' },
  { id: '6', asked: '不关 webSecurity', met: '开着，相应的启动参数被拒绝。', code: [lockDown], held: ['§4 an installed kiosk is not started with'], left: '' },
  { id: '7', asked: '内容安全策略', met: "default-src 'none' 起，逐项放开。", code: ['kiosk/electron/pages/own-protocol.ts'], held: loads, left: '' },
  { id: '8—10', asked: '不放行不安全内容、实验功能、Blink 开关', met: '都关着。', code: [lockDown], held: rules, left: '' },
  { id: '11—12', asked: 'webview', met: '标签不可用，挂接被拒绝。', code: [lockDown], held: loads, left: '' },
  { id: '13', asked: '限制跳转', met: '只许重新加载自己。', code: [lockDown], held: loads, left: '' },
  { id: '14', asked: '限制新窗口', met: '一律拒绝。', code: [lockDown], held: loads, left: '' },
  { id: '15', asked: '不用 openExternal', met: '程序里没有这个调用。', code: ['kiosk/electron'], held: ['the package holds what it needs and nothing of the house besides'], left: '' },
  { id: '16', asked: '用仍在维护的版本', met: '版本写死；已知漏洞一查就红；新版签名（Ed25519）、分批、闭市后换、起不来自己退回。', code: ['electron-builder.yml', 'tests/house/packages', 'kiosk/host/updates', 'kiosk/launcher', 'sync-agent/hall/updates'], held: ['no hole that is known is in what goes into a hall or a city', 'signed by nobody whom this machine knows', 'one, then a share, then all', 'the mains fail at each step'], left: '按发布说明升级。' },
  { id: '17', asked: '检查每条 IPC 的发送者', met: '只认自己的主框架；超量切断。', code: [`${windows}/doorway.ts`], held: ['a touch from a frame inside the page is refused', 'a touch from elsewhere is refused', 'a flood is cut, and the next person is served'], left: '' },
  { id: '18', asked: '不用 file://，用自己的协议', met: '自己的协议，按清单给文件。', code: ['kiosk/electron/pages/own-protocol.ts'], held: ['our own pages, and what only looks like them'], left: '' },
  { id: '19', asked: '开关（fuses）', met: '每一个都按决定写死，打包后逐个读回。', code: ['kiosk/electron/packing'], held: ['every fuse stands as it was decided', 'the hook itself stops the packing, before any fuse is set'], left: '' },
  { id: '20', asked: '不把 Electron 接口给页面', met: '小门只递话，不递对象。', code: ['kiosk/electron/preload.ts'], held: rules, left: '' },
];
