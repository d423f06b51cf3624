/* What the city's desk says of PINs that people set themselves, in Chinese. */
export const cityOwnPin = {
  'cityDesk.ownPin': '{{name}}，请设自己的口令', 'cityDesk.ownPinWhy': '现在的口令是别人给的，只能用来改口令。', 'cityDesk.changePin': '改口令', 'cityDesk.pinNow': '现在的口令', 'cityDesk.pinNowWrong': '现在的口令不对，请重试', 'cityDesk.newPin': '新口令', 'cityDesk.newPinAgain': '再输一次新口令',
  'cityDesk.pinRule': '6到12位数字，不要全一样，不要连号。', 'cityDesk.pinsDiffer': '两次不一样，请重新输。', 'cityDesk.setPin': '保存新口令', 'cityDesk.pinSet': '口令改好了，别处登录的已经退出',
  'cityDesk.act.pinGiven': '管平台的人给了口令', 'cityDesk.act.pinSet': '改自己的口令',
  'cityDesk.refusal.pinFirst': '请先设自己的口令', 'cityDesk.refusal.pinAgain': '离上次输口令太久了，请退出，再登录一次', 'cityDesk.refusal.secondPinFirst': '另一位主管的口令是别人给的，不能作数：请他先登录，设自己的口令',
  'cityDesk.refusal.pinShort': '口令要6到12位数字', 'cityDesk.refusal.pinSame': '口令不能全是同一个数字', 'cityDesk.refusal.pinRun': '口令不能是连着的数字，例如 123456', 'cityDesk.refusal.pinIsId': '口令不能和自己的编号一样', 'cityDesk.refusal.pinOld': '这是别人给您的口令，请换一个新的',
} as const;
