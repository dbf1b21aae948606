// One box for everything: by keyboard alone to a person, an application, a data element, a command.
import assert from 'node:assert/strict'
import { DESK, PHONE } from '../lib/browser.mjs'
import { journey } from '../lib/journeys.mjs'
import { officerDevice } from '../lib/people.mjs'

const found = (page, kind) => page.locator(`[data-found^="${kind} "]`)

async function search(page, words) {
  await page.keyboard.press('Control+k')
  await page.locator('[data-everything]').waitFor()
  await page.keyboard.type(words)
}

journey('an officer finds people, applications, elements and commands from one box, by keyboard alone', async (kit) => {
  const device = await officerDevice(kit, 'street.civil')
  const page = await device.page()
  await page.goto('/officer/')
  await page.locator('[data-search-everything]').waitFor()
  await page.keyboard.press('Control+k')
  await found(page, 'command').first().waitFor()
  await kit.look(page, 'officer-everything-empty')
  await page.keyboard.press('Escape')
  await page.locator('[data-everything]').waitFor({ state: 'detached' })
  assert.ok(!(await page.evaluate(() => document.activeElement.matches('[data-everything]'))), 'the focus goes back')

  await search(page, 'yimiao')
  await found(page, 'application').first().waitFor()
  assert.match(await found(page, 'application').first().innerText(), /疫苗/)
  await page.keyboard.press('Escape')

  await search(page, '残疾')
  await found(page, 'element').first().waitFor()
  await kit.look(page, 'officer-everything')
  await page.keyboard.press('Escape')

  await search(page, '王秀')
  await page.locator('[data-found="person look"]').waitFor()
  assert.equal(await found(page, 'person').count(), 1, 'nobody is looked up while somebody types')
  await page.keyboard.press('Enter')
  await page.locator('[data-found="person look"]').waitFor({ state: 'detached' })
  await kit.look(page, 'officer-everything-people')
  const name = await found(page, 'person').first().locator('.name').innerText()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/data\/people\/./)
  await page.getByRole('heading', { level: 1, name }).waitFor()

  await search(page, 'renwu')
  await found(page, 'command').filter({ hasText: '任务' }).waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/tasks$/)

  await search(page, '没有这个人')
  await page.keyboard.press('Enter')
  await page.getByText('没有找到').first().waitFor()
})

journey('the search over everything works on a phone, in English, and shows an administrator no people', async (kit) => {
  const device = await officerDevice(kit, 'administrator', { viewport: PHONE, lang: 'en' })
  const page = await device.page()
  await page.goto('/officer/')
  await page.locator('[data-search-everything]').click()
  await page.locator('[data-everything]').fill('regions')
  await found(page, 'command').first().waitFor()
  await kit.look(page, 'officer-everything-phone')
  await page.locator('[data-everything]').fill('Wang')
  await page.getByText('Nothing found').waitFor()
  assert.equal(await found(page, 'person').count(), 0)
  await page.locator('[data-everything]').fill('regions')
  await found(page, 'command').first().click()
  await page.waitForURL(/\/administration\/regions$/)
})
