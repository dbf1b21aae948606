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
  },
}
export type UiMessages = typeof uiZh
