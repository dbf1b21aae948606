// Making an application from nothing: named, addressed over a link, its questions bound to what is known, published.
import assert from 'node:assert/strict'
import { PHONE } from '../lib/browser.mjs'
import { journey } from '../lib/journeys.mjs'
import { ask, officerDevice } from '../lib/people.mjs'
import { until } from '../lib/until.mjs'

const figure = (text) => Number(text.replace(/[^\d]/g, ''))
const idIn = (page) => /applications\/([0-9a-f-]{36})/.exec(page.url())[1]
const saved = (page) => page.locator('[data-save="saved"]').waitFor()
const draftNow = async (device, id) => (await ask(device, 'GET', `/api/applications/${id}`)).draft

/** Begins blank from the desk, by keyboard. */
async function beginBlank(kit, login, options) {
  const device = await officerDevice(kit, login, options)
  const page = await device.page()
  await page.goto('/officer/')
  await page.locator('[data-action="blank"]').press('Enter')
  await page.locator('[data-field="title"] input').first().waitFor()
  return { device, page, id: idIn(page) }
}

journey('an officer begins blank, names it, asks those with a guardian, and publishes, by keyboard only', async (kit) => {
  const { device, page, id } = await beginBlank(kit, 'street.health')
  const press = (selector, key = 'Enter') => page.locator(selector).first().press(key)
  const type = async (selector, words) => {
    await page.locator(selector).first().focus()
    await page.keyboard.press('Control+A')
    await page.keyboard.type(words)
  }
  await kit.look(page, 'officer-blank', { keep: true })
  await type('[data-field="title"] input', '照护情况调查')
  await type('[data-field="purpose"] textarea', '了解有监护人的居民需要哪些照护。')
  await type('[data-field="basis"]', '街道工作安排')

  // Whom: those who have a guardian of at least 30, over the link.
  await press('[data-go="audience"]')
  const count = page.locator('[data-count="number"]')
  await count.waitFor()
  const all = figure(await count.innerText())
  await press('[data-action="add-link"] > button')
  await press('[data-follow="guardian"]')
  await until('only those with a guardian', async () => figure(await count.innerText()) < all)
  const withGuardian = figure(await count.innerText())
  assert.ok(withGuardian > 0, 'somebody in the street has a guardian')
  await press('[data-link="guardian"] [data-action="add-condition"]')
  await page.keyboard.type('person.age')
  await page.locator('[role=option][aria-selected=true] >> text=person.age').waitFor()
  await page.keyboard.press('Enter')
  await page.locator('[data-link="guardian"] select.op').selectOption('>=')
  await type('[data-link="guardian"] input[data-value]', '30')
  await saved(page)
  await until('the age of the guardian', async () => (await draftNow(device, id)).components[0].criterion.all[0]?.where?.all[0]?.value === 30)
  assert.deepEqual((await draftNow(device, id)).components[0].criterion, { all: [{ link: 'guardian', where: { all: [{ element: 'person.age', op: '>=', value: 30 }] } }] })
  const draft = await draftNow(device, id)
  const counted = await ask(device, 'POST', '/api/audience/count', { criterion: draft.components[0].criterion, relation: 'resides-in', region: draft.region })
  await until('the count of the saved rule', async () => figure(await count.innerText()) === counted.count)
  await kit.look(page, 'officer-audience-link', { keep: true })

  // What: one question, bound by its pinyin.
  await press('[data-go="form"]')
  await type('[data-field="form-title"] input', '照护情况')
  await press('[data-action="add-question"]')
  await page.keyboard.type('shoujihao')
  await page.locator('[role=option][aria-selected=true] >> text=person.mobile').waitFor()
  await page.keyboard.press('Enter')
  await page.locator('article[data-question="mobile"]').waitFor()
  await saved(page)
  await press('[data-action="check"]')
  await page.locator('[data-once]').first().waitFor()
  await kit.look(page, 'officer-blank-check')
  await press('[data-action="publish"]:enabled')
  await page.waitForURL(/\/progress/)
  const made = await ask(device, 'GET', `/api/applications/${id}`)
  assert.equal(made.published.title.zh, '照护情况调查')
})

journey('a blank application on a phone', async (kit) => {
  const { page } = await beginBlank(kit, 'street.civil', { viewport: PHONE })
  await page.locator('[data-go="audience"]').click()
  await page.locator('[data-count="number"]').waitFor()
  await page.locator('[data-action="add-link"] > button').click()
  await kit.look(page, 'officer-audience-link-choice')
  await page.locator('[data-follow="owns"]').click()
  await page.locator('[data-link="owns"]').waitFor()
  await saved(page)
  await kit.look(page, 'officer-audience-link-phone')
})
