/* 简体中文: windows and appointments, opinions, what there is to read, crews. */
import type { OpinionReason } from '@kuaizhao/db/domain/opinions/commands.ts';
import type { MateTrouble } from '@kuaizhao/kiosk/session/crew/scenes.ts';

export const reading = {
  windows: {
    ahead: '前面 {{n}} 人', nobody: '不用排', several: '办几样', severalOff: '只办一样', severalHint: '点几样，一个号办完', take: '取一个号', chosen: '已选 {{n}} 样', missed: '过号了', news: '明白纸', opinion: '提意见',
    missedTitle: '您的号是哪个字母？', missedHint: '看纸上的号', missedDigits: '按号码的数字', again: '我来了，接着排',
  },
  booked: { title: '我的预约', hint: '点一个可以取消', none: '还没有预约', add: '再约一个', cancel: '点一下取消', service: '约哪个业务？', serviceHint: '点一个', slots: '约什么时候？', slotsHint: '先选哪天，再选几点', noSlots: '这天不能约，换一天看看', left: '还有 {{n}} 个' },
  opinion: {
    title: '今天怎么样？', hint: '点一张脸', star: { s1: '很差', s2: '不好', s3: '一般', s4: '好', s5: '很好' }, why: '哪里好，哪里不好？', whyHint: '最多点 5 样，不记名字', send: '交上去',
    reason: {
      shortWait: '等得不久', longWait: '等得太久', kindStaff: '人和气', unkindStaff: '人不和气', goodJobs: '活好', fewJobs: '活太少', fairCalling: '叫号公平', unfairCalling: '叫号不公平',
      easyMachine: '机器好用', hardMachine: '机器难用', cleanPlace: '地方干净', dirtyPlace: '地方脏', payTrouble: '工钱有麻烦', other: '别的',
    } satisfies Record<OpinionReason, string>,
  },
  news: {
    title: '政策和培训', hint: '点一张看，可以打印', topic: { policy: '政策', training: '学手艺', rights: '您的权利' }, city: '全市', steady: '长期活', steadyHint: '半年以上的岗位', want: '我想学', wantHint: '开班通知您', catalogue: '打印今天的活', catalogueHint: '一张纸，带着走',
    source: '依据：{{source}}，{{day}}起', sourceOnly: '依据：{{source}}', print: '打印一张', trainingTitle: '想学什么？', trainingHint: '点一个，开班通知您', steadyTitle: '长期活', steadyNone: '现在没有长期活', steadyApply: '想去，请记下单号或单位，到窗口办', printed: '请拿好', printing: '正在打印', more: '再看别的', sheetTitle: { leaflet: '明白纸', catalogue: '岗位目录' },
  },
  crew: {
    title: '一起干', hint: '一起叫、一起去，2 到 6 人', place: '请下一位放身份证', first: '请先取找活的号', have: '一组 {{n}} 人', form: '就我们 {{n}} 个', leave: '退出这一组', stands: '你们已经是一组', standsHint: '要改，先退出',
    trouble: { unknown: '这位师傅还没登记，请先登记取号', noNumber: '这位师傅没有在等的号，请先取号', inCrew: '这位师傅已经在一组里了', full: '最多 6 个人', tooLate: '时间长了，请从第一位重新放' } satisfies Record<MateTrouble, string>,
  },
} as const;
