/* The table as a page for people: `node tests/house/protection/page.ts` writes it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { electronChecklist } from './electron.ts';
import { levelThree } from './level-three.ts';
import { pipl, type Protected } from './rows.ts';

export const pagePath = 'sync-agent/hall/protection.zh-CN.md';

const line = ({ id, asked, met, code, held, left }: Protected): string =>
  `| ${id} | ${asked} | ${met} | ${code.map((path) => `\`${path}\``).join('、')} | ${held.map((title) => `“${title}”`).join('、')} | ${left} |`;
const table = (rows: readonly Protected[]): string => ['| 条款 | 要求 | 怎么做到 | 代码 | 测试（标题的一部分） | 留给运营单位 |', '|---|---|---|---|---|---|', ...rows.map(line)].join('\n');

export const page = (): string => `# 合规对照表

《中华人民共和国个人信息保护法》和 GB/T 22239-2019《网络安全等级保护基本要求》第三级中与应用有关的条款，各由哪段程序做到、哪个测试看着，以及哪些事要运营单位自己办。本页由 \`tests/house/protection\` 里的表印出；代码或测试不在了，\`npm test\` 会报错。威胁模型见 [threat-model.md](threat-model.md)。这张表不能代替等级测评和影响评估。

## 个人信息保护法

${table(pipl)}

## 等级保护第三级（GB/T 22239-2019 第 8.1 章）

${table(levelThree)}

## 自助机程序：Electron 官方安全清单

逐项对照 electronjs.org 的 Security 清单（二十条）。打包好的程序由测试读回；Electron 程序本身没有在测试机上运行过（见 README）。机器本身怎么锁，见[自助机加固](../../kiosk/lock-down.zh-CN.md)。

${table(electronChecklist)}
`;

if (import.meta.main) writeFileSync(join(import.meta.dirname, '../../..', pagePath), page());
