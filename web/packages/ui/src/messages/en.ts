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
    password: {
      dueTitle: 'Choose a password of your own',
      dueLead: 'The one you used was made by an administrator and works only once. After this you can begin.',
      oneTime: 'One-time password',
      current: 'Current password',
      next: 'New password',
      again: 'New password again',
      hint: 'At least 10 characters, without the user name.',
      differ: 'The two are not the same.',
      change: 'Change password',
      failed: 'Not reachable now: the password was not changed. Please try again.',
    },
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
