import type { OfficerMessages } from './zh'

export const en: OfficerMessages = {
  app: { name: 'Hutong desk' },
}
