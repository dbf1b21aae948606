/** Words that both apps say the same way; all under `ui`. */
export const uiZh = {
  ui: {
    close: '关闭',
    cancel: '取消',
    back: '返回',
    retry: '再试一次',
    loading: '正在打开',
    language: '语言',
    other: 'English',
    password: {
      dueTitle: '请换一个自己的密码',
      dueLead: '刚才用的密码是管理员设的，只能用这一次。换好就可以开始。',
      oneTime: '一次性密码',
      current: '现在的密码',
      next: '新密码',
      again: '再输一次新密码',
      hint: '至少 10 个字符，不含登录名。',
      differ: '两次输入的不一样。',
      change: '修改密码',
      failed: '现在连不上，密码没有改。请再试一次。',
    },
    department: {
      'civil-affairs': '民政部门',
      'health': '卫生健康部门',
      'police': '公安机关',
      'urban-management': '城市管理部门',
      'human-resources': '人力资源和社会保障部门',
      'disabled-federation': '残疾人联合会',
    },
  },
}
export type UiMessages = typeof uiZh
