import { expect, it } from 'vitest'
import { createHutongI18n } from '@hutong/ui'
import { en } from '../i18n/en'
import { zh } from '../i18n/zh'
import { groupMessage } from './message'

const { t } = createHutongI18n({ zh, en }).global as unknown as { t: Parameters<typeof groupMessage>[0] }
const invited = { region: { zh: '和平街道', en: 'Heping Street' }, title: { zh: '疫苗接种摸底', en: 'Vaccination survey' }, url: 'https://hutong.example/a/0123456789' }

it('says who asks, what, the link on a line of its own, until when and whom to call', () => {
  expect(groupMessage(t, 'zh', { ...invited, closes: '2026-12-31', phone: '0513-80000001' }, '2026-11-26').split('\n')).toEqual([
    '【和平街道】疫苗接种摸底',
    '请您点开下面的链接填写，已经知道的不再问您。',
    'https://hutong.example/a/0123456789',
    '请在 12 月 31 日 周四前填写。',
    '不方便上网的，请打电话 0513-80000001。',
    '填写不收费，不会向您要银行密码，也不会让您把验证码告诉别人。',
  ])
})

it('leaves out what there is not, in either language', () => {
  expect(groupMessage(t, 'en', invited, '2026-11-26').split('\n')).toEqual([
    '[Heping Street] Vaccination survey',
    'Please open the link below and answer. You will not be asked again for what we already know.',
    'https://hutong.example/a/0123456789',
    'It is free. We will never ask for your bank password, or ask you to tell anybody a code that was sent to you.',
  ])
})
