// Making an application from nothing: named, addressed over a link, its questions bound to what is known, published.
import assert from 'node:assert/strict'
import { DESK, PHONE } from '../lib/browser.mjs'
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
  await kit.look(page, 'officer-blank')
  const needed = await page.locator('[aria-required="true"]').evaluateAll(fields => fields.map(field => field.closest('[data-field]')?.dataset.field))
  assert.deepEqual(needed, ['title', 'purpose', 'basis'], 'what has to be filled in says so before the check')
  assert.equal(await page.getByText('必填', { exact: true }).count(), 4, 'and so does the region, which is chosen')
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
  await kit.look(page, 'officer-audience-link')

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

journey('questions are dragged in, a wording is bound to what it means, and undone by key', async (kit) => {
  const { device, page, id } = await beginBlank(kit, 'street.health')
  const order = () => page.locator('article[data-question]').evaluateAll((cards) => cards.map((card) => card.dataset.question))
  const form = async () => (await draftNow(device, id)).components.find(({ kind }) => kind === 'form').pages[0].questions
  await page.locator('[data-go="form"]').click()
  await page.locator('[data-action="palette"]').click()
  const search = page.locator('[data-palette] [role=combobox]')
  await search.fill('年龄')
  await page.locator('[data-element="person.age"]').dragTo(page.locator('.page-block .none'))
  await until('the first question', async () => (await order()).join() === 'age')
  await search.fill('xingbie')
  await page.locator('[data-element="person.sex"]').waitFor()
  await page.locator('[data-element="person.sex"]').dragTo(page.locator('article[data-question="age"]'), { targetPosition: { x: 40, y: 4 } })
  await until('the second before the first', async () => (await order()).join() === 'sex,age')
  // Without a pointer: Enter adds behind the open question.
  await search.fill('person.ethnic')
  await search.press('Enter')
  await until('the third behind the open one', async () => (await order())[1] !== 'age' && (await order()).length === 3)
  await kit.look(page, 'officer-palette')
  await page.locator('[data-action="palette"]').click()

  // An own question, worded as something that is known.
  await page.locator('[data-action="add-question"]').click()
  await page.keyboard.type('想问的事')
  await page.locator('[role=option].own').click()
  await page.locator('article[data-question="q1"] fieldset input').first().fill('您的手机号码是多少？')
  await page.locator('[data-same] >> text=person.mobile').waitFor()
  await kit.look(page, 'officer-same-meaning')
  await page.locator('[data-action="another"]').click()
  await page.locator('[data-same]').waitFor({ state: 'detached' })
  await page.locator('article[data-question="q1"] fieldset input').first().fill('您的联系电话')
  await page.locator('[data-action="use-same"]').press('Enter')
  await until('the bound question', async () => (await form()).some((question) => question.id === 'q1' && question.element === 'person.mobile'))
  await page.locator('article[data-question="q1"] [aria-expanded]').first().focus()
  await page.keyboard.press('Control+z')
  await until('the binding undone', async () => (await form()).some((question) => question.id === 'q1' && question.element === undefined))
  await page.keyboard.press('Control+Shift+z')
  await until('the binding again', async () => (await form()).some((question) => question.id === 'q1' && question.element === 'person.mobile'))
})

for (const [viewport, lang] of [[DESK, 'en'], [PHONE, 'zh']]) {
  journey(`an application that nobody has named is not published, and a new option has the cursor (${lang}, ${viewport.width})`, async (kit) => {
    const { device, page, id } = await beginBlank(kit, 'street.health', { viewport, lang })
    const [chinese, english] = await page.locator('[data-box="title"] .input').evaluateAll((fields) => fields.map((field) => field.value))
    assert.deepEqual([chinese, english], lang === 'en' ? ['', 'Untitled application'] : ['未命名的应用', ''])
    await page.locator('[data-go="form"]').click()

    // A whole question is pasted, in the language of the officer.
    await page.locator('[data-action="add-question"]').click()
    await page.keyboard.type(lang === 'en' ? 'Are you allergic to any medicine?' : '您对什么药物过敏？')
    await page.locator('[role=option][aria-selected=true][data-element="person.allergy"]').waitFor()
    await kit.look(page, `officer-question-pasted-${lang}`)
    await page.keyboard.press('Enter')
    await page.locator('article[data-question="allergy"]').waitFor()

    // An own question: a photo, then a choice, whose new option has the cursor.
    await page.locator('[data-action="add-question"]').click()
    await page.locator('[role=option].own').click()
    const kind = page.locator('article[data-question="q1"] select[id$="-kind"]')
    await kind.selectOption('file:photo')
    await saved(page)
    const form = async () => (await draftNow(device, id)).components.find(({ kind: one }) => one === 'form').pages[0].questions
    await until('a question for a photo', async () => (await form()).some((question) => question.kind === 'file' && question.accept === 'photo'))
    await kind.selectOption('code')
    const editor = page.locator('article[data-question="q1"] fieldset:has(ol)')
    await editor.locator('.add').click()
    await until('the cursor in the new box', async () => editor.locator('li').nth(1).locator('input').first().evaluate((field) => field === document.activeElement))
    await page.keyboard.type('第二个')
    await saved(page)
    assert.equal((await form()).find((question) => question.id === 'q1').options[1].label.zh, '第二个')

    await page.locator('[data-action="check"]').click()
    const unnamed = page.locator('[data-finding="error"]').filter({ hasText: lang === 'en' ? 'Chinese wording is missing: the name' : '请给应用起个名称' }).first()
    await unnamed.waitFor()
    assert.equal(await page.locator('[data-action="publish"]').isDisabled(), true)
    await kit.look(page, `officer-not-named-${lang}`)
    await unnamed.locator('a').click()
    await until('the cursor in the name', async () => page.locator('[data-box="title"] .input').first().evaluate((field) => field === document.activeElement))
    await kit.look(page, `officer-name-${lang}`)
  })
}
