/* Texts that try to be more than text. `steering` must be refused at every door; `lawful` may be what somebody really wrote, and must arrive as what it is. */

/** In the midst of words, because what stands at an end is trimmed away before anybody sees it. Controls, direction, invisible letters, halves of letters, and far too much. */
export const steering: Readonly<Record<string, string>> = {
  nul: '搬家\u0000', escape: '\u001b[2J搬家', printerCut: '\u001dV\u0000', newline: '搬家\n=1+1', carriage: '搬\r家', tab: '搬\t家', delete: '搬家\u007f', c1: '搬\u009b家',
  rightToLeft: '\u202e搬家', isolate: '\u2067搬家\u2069', mark: '搬家\u200f', zeroWidth: '搬\u200b家', joiner: '搬\u200d家', wordJoiner: '搬\u2060家', softHyphen: '搬\u00ad家', byteOrder: '搬\ufeff家', tag: '搬家\u{e0041}',
  lineSeparator: '搬\u2028家', paragraph: '搬\u2029家', loneHigh: '搬家\ud800', loneLow: '\udc00搬家', long: '长'.repeat(10_000), longAscii: 'A'.repeat(10_000), longEmoji: '😀'.repeat(5_000),
};

/** What a browser, a spreadsheet, SQL, a template, a shell or a path would make something of. Each is short enough for a title. */
export const lawful: Readonly<Record<string, string>> = {
  html: '<img src=x onerror=alert(1)>', script: '<script>window.hit=1</script>', entity: '&lt;b&gt; &#60;', formula: '=HYPERLINK("http://x","好")', plus: '+1+cmd|calc!A0', minus: '-2+3', at: '@SUM(1+1)', sql: "'; DROP TABLE worker;--",
  template: '{{7*7}} ${7*7} %s %n', shell: '$(reboot) `id` | cat', path: '../../etc/passwd', json: '","type":"x"', prototype: '__proto__', quote: '"a",b', emoji: '😀👍🏽🀄', rare: '䶮㛃𬭎𠮷', arabic: 'مرحبا بالعالم', fullWidth: '＝ＨＴＭＬ＜ｂ＞',
};
