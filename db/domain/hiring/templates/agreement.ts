/* 用工协议: short-term work, plain words, every version ever printed. */
import type { Template } from './template.ts';

export const agreements: readonly Template[] = [{
  kind: 'agreement', version: '2026-11', since: '2026-11-01', title: '短期用工协议',
  paragraphs: [
    '甲方（用工方）：{{employer}}',
    '乙方（务工方）：{{worker}}',
    '用工确认单号 {{hireNumber}}，招工单号 {{jobNumber}}。双方在{{hall}}当面商定：',
    '一、干什么：{{trade}}。',
    '二、在哪里：{{place}}。',
    '三、什么时候：{{startAt}} 开工，{{hours}}。需要延长时间的，双方再商定，另付工钱。',
    '四、工钱：{{pay}}，{{settlement}}。甲方直接付给乙方，不得少付、拖欠，不得用实物抵。',
    '五、甲方提供：{{given}}。',
    '六、安全：危险因素 {{hazards}}；劳动防护 {{protection}}。甲方开工前讲清安全事项；有危险的活，乙方有权不干，工钱照已干的结。',
    '七、保险：意外伤害保险 {{insurance}}。',
    '八、甲方不收押金，不扣证件；乙方按时到岗，按要求干活。',
    '九、乙方受伤，甲方立即送医。',
    '十、有争议先在市场维权窗口调解，也可以打 12333 或 12345，或依法申请仲裁、提起诉讼。',
    '本协议一式两份，双方签字后生效。',
  ],
  signatures: ['employer', 'worker', 'witness'],
}];
