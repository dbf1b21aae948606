import type { ResidentMessages } from './zh'

export const en: ResidentMessages = {
  app: { name: 'Hutong' },
}
