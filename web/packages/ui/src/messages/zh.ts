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
