// A steward makes a new data element, which forms can ask for at once; who makes applications and keeps the catalogue makes one out of a question.
import assert from 'node:assert/strict'
import { DESK, PHONE } from '../lib/browser.mjs'
import { journey } from '../lib/journeys.mjs'
import { ask, officerDevice } from '../lib/people.mjs'

const dayToday = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date())

journey('a steward makes a new data element, and the next form can ask for it', async (kit) => {
  const device = await officerDevice(kit, 'steward')
  const page = await device.page()
  await page.goto('/officer/data/elements')
  await page.locator('[data-action="new-element"]').click()
  const zh = `夏季送水${Date.now().toString(36)}`
  const name = page.locator('dialog fieldset.localised').first()
  await name.locator('input').nth(0).fill('您的手机号码')
  await page.locator('[data-same-element]').getByText('person.mobile').waitFor()
  await name.locator('input').nth(0).fill(zh)
  await page.locator('[data-same-element]').waitFor({ state: 'detached' })
  await page.waitForFunction(() => /^xiaJiSongShui/.test(document.querySelector('#element-code').value))
  await page.locator('#element-kind').selectOption('code')
  await page.locator('[data-make-element]').click()
  await page.getByText('单选、多选要用一个代码表').waitFor()
  await page.locator('#element-kind').selectOption('integer')
  await page.locator('[data-field="unit"] input').first().fill('桶')
  await kit.look(page, 'officer-new-element')
  const code = `person.${await page.locator('#element-code').inputValue()}`
  await page.locator('[data-make-element]').click()
  await page.getByRole('heading', { level: 1, name: zh }).waitFor()
  const { length } = await ask(device, 'GET', `/api/catalogue/elements?q=${encodeURIComponent(zh)}`)
  assert.equal(length, 1)

  const officer = await officerDevice(kit, 'street.civil')
  const found = await ask(officer, 'GET', `/api/catalogue/elements?q=${encodeURIComponent(zh)}`)
  assert.deepEqual([found[0].code, found[0].unit.zh], [code, '桶'])
  const phone = await officerDevice(kit, 'steward', { viewport: PHONE, lang: 'en' })
  const small = await phone.page()
  await small.goto('/officer/data/elements')
  await small.locator('[data-action="new-element"]').click()
  await small.locator('#element-code').waitFor()
  await kit.look(small, 'officer-new-element-phone')
})

journey('a question of the own becomes a data element where the post keeps the catalogue too', async (kit) => {
  const administrator = await officerDevice(kit, 'administrator')
  const login = `both.${Date.now().toString(36)}`
  const { account, password } = await ask(administrator, 'POST', '/api/administration/accounts', { login, name: '周两岗', region: '320613002000' })
  const post = await ask(administrator, 'POST', '/api/administration/posts', { title: { zh: '街道数据岗', en: 'Street data' }, region: '320613002000', department: 'civil-affairs', roles: ['OFFICER', 'STEWARD'] })
  await ask(administrator, 'POST', `/api/posts/${post.id}/holdings`, { account, since: dayToday(), deputy: false })
  const device = await kit.device({ viewport: DESK })
  await ask(device, 'POST', '/api/officer/session', { login, password })
  await ask(device, 'PUT', '/api/officer/session/password', { current: password, next: 'eine-stille-gasse' })

  const page = await device.page()
  await page.goto('/officer/')
  await page.locator('[data-action="blank"]').click()
  await page.waitForURL(/\/edit/)
  const id = /applications\/([^/]+)\/edit/.exec(page.url())[1]
  const { draft } = await ask(device, 'GET', `/api/applications/${id}`)
  assert.ok(draft, 'a draft')
  await page.locator('[data-go="form"]').click()
  await page.locator('[data-action="add-question"]').click()
  const label = `每周几桶水${Date.now().toString(36)}`
  await page.keyboard.type(label)
  await page.locator('[role=option].own').click()
  await page.locator('[data-action="make-element"]').click()
  await page.locator('[data-make-element]').click()
  await page.locator('[data-make-element]').waitFor({ state: 'detached' })
  const [made] = await ask(device, 'GET', `/api/catalogue/elements?q=${encodeURIComponent(label)}`)
  assert.ok(made, 'it is in the catalogue')
  await page.getByText(made.code).first().waitFor()
})
