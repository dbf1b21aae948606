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
    department: {
      'civil-affairs': 'Civil affairs department',
      'health': 'Health department',
      'police': 'Police',
      'urban-management': 'Urban management department',
      'human-resources': 'Human resources and social security department',
      'disabled-federation': 'Disabled persons’ federation',
    },
  },
}
