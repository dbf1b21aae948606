export const zh = {
  app: { name: '胡同' },
}

export type ResidentMessages = typeof zh
