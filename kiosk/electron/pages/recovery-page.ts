/* What people see while a window helps itself: two plain sentences and no script, so that nothing on it can break. */
import type { ScreenFile, ScreenFiles } from '@kuaizhao/kiosk/host/screen-files.ts';

const page = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>快招</title>
<link rel="stylesheet" href="page.css">
<main>
  <h1>机器正在自己恢复，请稍等</h1>
  <p>已经拿到的号照样有效。着急请找工作人员。</p>
  <p lang="en">This machine is restarting itself. Numbers already given stay valid; please ask the staff if you are in a hurry.</p>
  <p class="line">劳动保障热线 12333</p>
</main>
</html>
`;

/* The colours of the kiosk's theme: dark blue on white is read from afar and needs no picture. */
const style = `html { height: 100%; background: #fff; color: #10243f; font-family: "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", sans-serif; }
body { display: grid; height: 100%; margin: 0; place-items: center; }
main { padding: 0 6vmin; text-align: center; }
h1 { font-size: 7vmin; line-height: 1.3; }
p { margin: 4vmin 0 0; font-size: 4vmin; line-height: 1.5; }
.line { color: #0b4a8f; font-weight: 700; }
`;

const file = (type: string, text: string): ScreenFile => ({ type, bytes: Uint8Array.from(Buffer.from(text)) });
export const recoveryFiles: ScreenFiles = new Map([['/index.html', file('text/html; charset=utf-8', page)], ['/page.css', file('text/css; charset=utf-8', style)]]);
