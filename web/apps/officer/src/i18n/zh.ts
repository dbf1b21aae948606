export const zh = {
  app: { name: '胡同工作台' },
}

export type OfficerMessages = typeof zh
