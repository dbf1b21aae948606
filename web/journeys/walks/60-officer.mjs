// The officer's desk: signing in, choosing a post, changing an application, reading its checks, walking down its board, working beside a colleague.
import assert from 'node:assert/strict'
import { DESK, PHONE } from '../lib/browser.mjs'
import { journey } from '../lib/journeys.mjs'
import { ask, officerDevice, others, publish, residentDevice } from '../lib/people.mjs'
import { until } from '../lib/until.mjs'

const figure = (text) => Number(text.replace(/[^\d]/g, ''))
const idIn = (page) => /applications\/([0-9a-f-]{36})/.exec(page.url())[1]
const saved = (page) => page.locator('[data-save="saved"]').waitFor()

async function draftOf(kit, login, template = 'T11') {
  const device = await officerDevice(kit, login)
  const { id } = await ask(device, 'POST', '/api/applications', { template })
  return { device, id }
}

async function openStudio(device, id, query = '') {
  const page = await device.page()
  await page.goto(`/officer/applications/${id}/edit${query}`)
  await page.locator('[data-action="check"]').waitFor()
  return page
}

const questionsOf = (manifest) => manifest.components.filter(({ kind }) => kind === 'form').flatMap(({ pages }) => pages).flatMap(({ questions }) => questions)
const audienceOf = (manifest) => manifest.components.find(({ kind }) => kind === 'audience')
const draftNow = async (device, id) => (await ask(device, 'GET', `/api/applications/${id}`)).draft

journey('an officer with two posts signs in, is refused once, chooses, and switches', async (kit) => {
  const device = await kit.device({ viewport: DESK })
  const page = await device.page()
  await page.goto('/officer/data/elements')
  await page.locator('[data-login="two.posts"]').click()
  await kit.look(page, 'officer-sign-in')
  await page.locator('#password').fill('not-the-password')
  await page.locator('form button[type=submit]').click()
  await page.locator('#refused').waitFor()
  assert.equal(await page.locator('#login').inputValue(), 'two.posts', 'what was typed is still there')
  await page.locator('[data-login="two.posts"]').click()
  await page.locator('form button[type=submit]').click()
  await page.locator('[data-post]').first().waitFor()
  await kit.look(page, 'officer-post-choice')
  assert.equal(await page.locator('[data-post]').count(), 2)
  const second = await page.locator('[data-post]').nth(1).getAttribute('data-post')
  await page.locator('[data-post]').nth(1).click()
  await page.locator('table').waitFor()
  assert.match(page.url(), /\/officer\/data\/elements$/, 'the address that was asked for is where one arrives')
  assert.equal((await ask(device, 'GET', '/api/officer/session')).post.id, second)
  await page.locator('[data-account]').click()
  await page.locator('[role=menuitem][data-post]').first().click()
  await until('the other post', async () => (await ask(device, 'GET', '/api/officer/session')).post.id !== second)
  await page.locator('table').waitFor()
  assert.match(page.url(), /\/officer\/data\/elements$/, 'the page is kept')
  await page.locator('[data-account]').click()
  await page.locator('[data-sign-out]').click()
  await page.locator('#login').waitFor()
})

journey('an officer changes a question, its order and the people, and sees the count move', async (kit) => {
  const { device, id } = await draftOf(kit, 'street.health')
  const page = await openStudio(device, id)
  const order = () => page.locator('article[data-question]').evaluateAll((cards) => cards.map((card) => card.dataset.question))

  await page.locator('article[data-question="vaccinated"] [aria-expanded]').click()
  await page.locator('article[data-question="vaccinated"] fieldset input').first().fill('您打过流感疫苗吗？')
  await saved(page)
  await until('the new wording on the server', async () => questionsOf(await draftNow(device, id)).some(({ label }) => label.zh === '您打过流感疫苗吗？'))

  // By keys: down one place, the focus goes with it; undo brings it back.
  const before = await order()
  await page.locator('article[data-question="age"] [data-grip]').press('ArrowDown')
  await until('the moved question', async () => (await order()).indexOf('age') === before.indexOf('age') + 1)
  assert.equal(await page.evaluate(() => document.activeElement.closest('article')?.dataset.question), 'age')
  await page.locator('[data-action="undo"]').click()
  assert.deepEqual(await order(), before)

  // A question from the catalogue, found by a wording; the phone beside it works with it.
  await page.locator('[data-action="add-question"]').click()
  await page.keyboard.type('是否独居')
  await page.locator('[role=option][aria-selected=true] >> text=person.livesAlone').waitFor()
  await page.keyboard.press('Enter')
  await page.locator('article[data-question="livesAlone"]').waitFor()
  await saved(page)
  await kit.look(page, 'officer-question')
  await page.locator('#persona').selectOption('new')
  await page.locator('.phone button[type=submit]').click()
  await page.locator('.phone [data-question]').first().waitFor()
  await kit.look(page, 'officer-preview')

  // Whom it addresses: what the screen counts is what the server counts for the saved rule.
  await page.locator('[data-go="audience"]').click()
  const count = page.locator('[data-count="number"]')
  await count.waitFor()
  const first = figure(await count.innerText())
  await page.locator('[data-action="add-condition"]').first().click()
  await page.keyboard.type('低保')
  await page.locator('[role=option][aria-selected=true] >> text=person.dibao').waitFor()
  await page.keyboard.press('Enter')
  await until('another count', async () => figure(await count.innerText()) !== first)
  await saved(page)
  const { relation, criterion } = audienceOf(await draftNow(device, id))
  const { region } = await draftNow(device, id)
  const counted = await ask(device, 'POST', '/api/audience/count', { criterion, relation, region })
  await until('the count of the saved rule', async () => figure(await count.innerText()) === counted.count)
  assert.ok(counted.count < first, 'a further condition leaves fewer people')
  await kit.look(page, 'officer-audience')
})

journey('an officer sees both sides of a value that is objected to, and decides with a reason', async (kit) => {
  const { contested } = await others(kit.origin, 'contested')
  const { subject } = await ask(await residentDevice(kit, contested), 'GET', '/api/resident/session')
  for (const [viewport, side] of [[PHONE, undefined], [DESK, 'objection']]) {
    const page = await (await officerDevice(kit, 'street.civil', { viewport })).page()
    await page.goto(`/officer/data/people/${subject}`)
    await page.locator('.reason input').fill('核实异议')
    await page.locator('.reason button').click()
    const row = page.locator('tr:has([data-dispute])').first()
    const element = await row.getAttribute('data-element')
    await row.locator('[data-dispute]').click()
    await page.locator('[data-claim="objection"]').waitFor()
    await kit.look(page, `officer-dispute-${viewport.width}`)
    if (!side) continue
    const said = await page.locator(`[data-claim="${side}"] strong`).first().innerText()
    await page.locator(`[data-claim="${side}"] input`).first().check()
    await page.locator('#dispute-reason').fill('看了原件')
    await page.locator('[data-decide]').click()
    await page.locator(`tr[data-element="${element}"]:not(:has([data-dispute]))`).waitFor()
    assert.equal(await page.locator(`tr[data-element="${element}"] .value`).innerText(), said, 'what was decided counts')
  }
})

journey('the once-only check shows what the server counted, and an error leads to its place', async (kit) => {
  const { device, id } = await draftOf(kit, 'street.health')
  const page = await device.page()
  await page.goto(`/officer/applications/${id}/check`)
  await page.locator('[data-once="sentence"]').waitFor()
  const { onceOnly } = await ask(device, 'POST', `/api/applications/${id}/check`)
  const figures = (await page.locator('[data-once="sentence"] b').allInnerTexts()).map(figure)
  assert.deepEqual(figures.slice(0, 2), [onceOnly.questions.length, onceOnly.heldQuestions])
  assert.ok(figures.includes(onceOnly.population))
  const each = onceOnly.questions.reduce((sum, { heldOld, unknown }) => sum + heldOld + unknown, 0) / onceOnly.population
  const [people, asked] = (await page.locator('[data-effort]').innerText()).match(/[\d,.]*\d/g)
  assert.deepEqual([figure(people), Number(asked)], [onceOnly.population, Math.round(each * 10) / 10], 'the sentence on top is the figures below, for one person')
  for (const question of onceOnly.questions) {
    for (const standing of ['held', 'derived', 'heldOld', 'contested', 'unknown']) {
      const shown = await page.locator(`[data-numbers="${question.id}"] [data-standing="${standing}"]`).innerText()
      assert.equal(figure(shown), question[standing], `${question.id} ${standing}`)
    }
  }

  // Without its wording a question cannot be published; the finding leads to it.
  const { revision, draft } = await ask(device, 'GET', `/api/applications/${id}`)
  questionsOf(draft).find((question) => question.id === 'wish').label = { zh: '' }
  await ask(device, 'PUT', `/api/applications/${id}/draft`, draft, { 'if-match': `"${revision}"` })
  await page.reload()
  await page.locator('[data-finding="error"]').first().waitFor()
  assert.equal(await page.locator('[data-action="publish"]').isDisabled(), true)
  await kit.look(page, 'officer-check-error')
  await page.locator('[data-finding="error"] a').first().click()
  await page.locator('article[data-question="wish"] [aria-expanded="true"]').waitFor()

  // Written in English only, it says that the Chinese is missing, and the way there ends in the empty box.
  const now = await ask(device, 'GET', `/api/applications/${id}`)
  questionsOf(now.draft).find((question) => question.id === 'wish').label = { zh: '', en: 'Would you like it at home?' }
  await ask(device, 'PUT', `/api/applications/${id}/draft`, now.draft, { 'if-match': `"${now.revision}"` })
  await page.goto(`/officer/applications/${id}/check`)
  const missing = page.locator('[data-finding="error"]').filter({ hasText: '请填写中文：题目' })
  await missing.locator('a').click()
  const box = page.locator('article[data-question="wish"] [data-box="label"] input').first()
  await until('the cursor in the empty box', async () => box.evaluate((field) => field === document.activeElement && field.getAttribute('aria-invalid') === 'true'))
  await kit.look(page, 'officer-check-chinese')
})

journey('a board is walked down to the grid and up again, and names who is left', async (kit) => {
  const { id } = await publish(kit, 'street.health', 'T11')
  const city = await officerDevice(kit, 'city.health')
  const page = await city.page()
  await page.goto(`/officer/applications/${id}/progress`)
  await page.locator('[data-board="sentence"]').waitFor()
  for (let level = 0; level < 2; level++) {
    const row = page.locator('a[data-region]').first()
    await row.waitFor()
    const region = await row.getAttribute('data-region')
    await row.click()
    await page.waitForURL((url) => url.searchParams.get('region') === region)
    await page.locator(`[data-at="${region}"]`).waitFor()
    const board = await ask(city, 'GET', `/api/applications/${id}/board?region=${region}`)
    const [total] = (await page.locator('[data-board="sentence"] b').allInnerTexts()).map(figure)
    assert.equal(total, board.total, `${region} counts as the server does`)
  }
  const at = new URL(page.url()).searchParams.get('region')
  await page.locator('[data-who]').click()
  await page.locator('tbody tr').first().waitFor()
  const left = await ask(city, 'GET', `/api/applications/${id}/left?region=${at}&size=20`)
  assert.deepEqual(await page.locator('tbody td.person').allInnerTexts(), left.items.map(({ name }) => name))
  await kit.look(page, 'officer-left')
  const [{ name: wanted }] = left.items
  await page.locator('[data-find]').fill(wanted)
  await until('only who is meant', async () => { const names = await page.locator('tbody td.person').allInnerTexts(); return names.length > 0 && names.every((name) => name.includes(wanted)) })
  assert.ok(!page.url().includes(encodeURIComponent(wanted)), 'who is looked for is not in the address')
  await page.setViewportSize(PHONE)
  await kit.look(page, 'officer-left-found')
  await page.locator('[data-find]').fill('没有这个人')
  await page.locator('tbody').waitFor({ state: 'detached' })
  await kit.look(page, 'officer-left-not-found')
  await page.setViewportSize(DESK)
  await page.goBack()
  await page.locator(`[data-at="${at}"]`).waitFor()
  await page.locator('[data-crumb]').first().click()
  await page.locator('[data-at="320600000000"]').waitFor()

  // A grid worker looks at the own grid only.
  const grid = await officerDevice(kit, 'grid.health')
  const own = await grid.page()
  await own.goto(`/officer/applications/${id}/progress`)
  await own.locator('[data-at="320613002001001"]').waitFor()
  assert.equal(await own.locator('[data-crumb]').count(), 0, 'no way up beyond the own grid')
  assert.equal(await own.locator('[data-action="end"]').count(), 0, 'nor a way to end it')

  // The department that published it ends it, at the foot of the page and not among what is done daily.
  const street = await (await officerDevice(kit, 'street.health')).page()
  await street.goto(`/officer/applications/${id}/progress`)
  const end = street.locator('[data-action="end"]')
  await end.waitFor()
  assert.equal(await street.locator('#application-actions button').count(), 0)
  const foot = async () => (await end.boundingBox()).y
  await street.locator('[data-board="sentence"]').waitFor()
  assert.ok(await foot() > (await street.locator('tbody').boundingBox()).y, 'below what the page is about')
  await end.press('Enter')
  await street.locator('dialog .btn-danger').press('Enter')
  await end.waitFor({ state: 'detached' })
  await until('the focus at the head of the page', () => street.evaluate(() => document.activeElement.matches('h1')))
  assert.equal((await ask(city, 'GET', `/api/applications/${id}`)).state, 'closed')
})

journey('two officers edit one draft, and neither overwrites the other unasked', async (kit) => {
  const { device, id } = await draftOf(kit, 'street.health')
  const mine = await openStudio(device, id, '?part=basics')
  const theirs = await openStudio(await officerDevice(kit, 'street.health'), id, '?part=basics')
  const title = (page) => page.locator('[data-field="title"] input').first()
  const stored = async () => (await draftNow(device, id)).title.zh

  await title(theirs).fill('同事改的名称')
  await saved(theirs)
  await until('the colleague to be saved', async () => (await stored()) === '同事改的名称')
  await title(mine).fill('我改的名称')
  await mine.locator('[data-action="look"]').click()
  await kit.look(mine, 'officer-conflict')
  assert.equal(await stored(), '同事改的名称', 'nothing is overwritten before the choice')
  await mine.locator('[data-action="theirs"]').click()
  assert.equal(await title(mine).inputValue(), '同事改的名称')
  await mine.locator('[data-action="undo"]').click()
  await until('the own wording, brought back by undo', async () => (await stored()) === '我改的名称')

  await title(theirs).fill('同事再改')
  await theirs.locator('[data-action="mine"]').click()
  await until('the kept wording', async () => (await stored()) === '同事再改')
})

journey('a lost connection and an ended session lose no word of a draft', async (kit) => {
  const { device, id } = await draftOf(kit, 'community.health')
  const own = await kit.device({ viewport: DESK, allow: ['offline'] })
  const account = (await ask(own, 'GET', '/api/demo/accounts')).find(({ login }) => login === 'community.health')
  await ask(own, 'POST', '/api/officer/session', { login: account.login, password: account.password })
  const page = await openStudio(own, id, '?part=basics')
  const title = page.locator('[data-field="title"] input').first()
  const stored = async () => (await draftNow(device, id)).title.zh

  await own.context.setOffline(true)
  await title.fill('断网时改的名称')
  await page.locator('[data-save="offline"]').waitFor()
  await own.context.setOffline(false)
  await saved(page)
  assert.equal(await stored(), '断网时改的名称')

  await own.context.clearCookies()
  await title.fill('过期以后改的名称')
  await page.locator('dialog[open] #password').fill(account.password)
  await kit.look(page, 'officer-session-ended')
  await page.locator('dialog[open] button[type=submit]').click()
  await saved(page)
  assert.equal(await title.inputValue(), '过期以后改的名称')
  await until('what was typed', async () => (await stored()) === '过期以后改的名称')
})

journey('a person is looked up within the area, restricted values only for a reason', async (kit) => {
  const device = await officerDevice(kit, 'community.civil')
  const page = await device.page()
  await page.goto('/officer/data/people')
  await page.locator('form[role=search] input').fill('王')
  await page.locator('form[role=search] button').click()
  await page.locator('td.person a').first().click()
  await page.locator('[data-element]').first().waitFor()
  assert.ok((await page.locator('[data-hidden]').count()) > 0, 'restricted values are not shown at first')
  await kit.look(page, 'officer-person')
  await page.locator('form.reason input').fill('核对高龄津贴资格')
  await page.locator('form.reason button').click()
  await until('the restricted values', async () => (await page.locator('[data-hidden]').count()) === 0)
})

for (const [name, viewport, lang, theme] of [['desk', DESK, 'zh', 'light'], ['desk-en', DESK, 'en', 'dark'], ['phone', PHONE, 'zh', 'dark'], ['phone-en', PHONE, 'en', 'light']]) {
  journey(`every page of the desk is in order: ${name}`, async (kit) => {
    const { id } = await publish(kit, 'street.health', 'T11')
    const device = await officerDevice(kit, 'street.health', { viewport, lang, theme })
    const page = await device.page()
    const pages = [
      ['today', '', '[data-template]'], ['applications', 'applications', 'table'], ['progress', `applications/${id}/progress`, '[data-board="sentence"]'],
      ['left', `applications/${id}/left`, 'tbody tr'], ['submissions', `applications/${id}/submissions`, '.empty, tbody tr'],
      ['basics', `applications/${id}/edit?part=basics`, '.pane'], ['audience', `applications/${id}/edit?part=who`, '[data-count="number"]'],
      ['question', `applications/${id}/edit?part=ask&q=reasonNot`, 'article [aria-expanded="true"]'], ['notice', `applications/${id}/edit?part=tell`, '.pane'],
      ['board', `applications/${id}/edit?part=progress`, '.pane'], ['check', `applications/${id}/check`, '[data-once]'],
      ['elements', 'data/elements', 'table'], ['element', 'data/elements/person.marital', 'table'], ['people', 'data/people', 'form[role=search]'], ['nowhere', 'no/such/page', '.empty'],
    ]
    const titles = new Set()
    for (const [each, path, ready] of pages) {
      await page.goto(`/officer/${path}`)
      await page.locator(ready).first().waitFor()
      await kit.look(page, `officer-${each}-${name}`)
      titles.add(await page.title())
    }
    assert.ok(titles.size >= 10, 'pages have titles of their own')
  })
}
