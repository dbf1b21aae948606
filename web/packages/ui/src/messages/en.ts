import type { UiMessages } from './zh'

export const uiEn: UiMessages = {
  ui: {
    close: 'Close',
    cancel: 'Cancel',
    back: 'Back',
    retry: 'Try again',
    loading: 'Opening',
    language: 'Language',
    other: '中文',
  },
}
