/* 简体中文: staff at the kiosk, and the machine as they see it. */
export const maintenance = {
  maintain: {
    who: '工作人员维护', whoHint: '请点自己的名字。不是工作人员，请点返回',
    withCard: '身份证加密码', withPin: '密码',
    nobody: '还没有人可以维护这台机器', nobodyStep: '请在主机的设置里登记负责人',
    card: '{{name}}，请放上您的身份证', cardHint: '放平、放稳，先别拿开',
    pin: '{{name}}，请输密码', pinHint: '和登录工作台的密码一样', pinLabel: '密码', pinEmpty: '请按数字',
    wrong: '不对，请再输一次', wait: '输错太多次，请等 {{n}} 秒',
    away: '现在不能维护', awayBody: '连不上大厅的主机，认不出您是谁。', awayStep: '请先看主机开没开、网线松没松；着急要关机，请关这台机器的电源开关',
    machine: '机器状态', machineHint: '{{name}}，看完请点返回', reader: '读卡器', printer: '打印机', agent: '大厅主机', versions: '软件',
    readerStates: { starting: '正在准备', ready: '正常', outOfService: '停用，请看线有没有松' },
    agentUp: '连上了', agentDown: '连不上', restart: '重新启动', close: '关闭',
  },
} as const;
