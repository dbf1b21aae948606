// The main job: an officer publishes, a resident answers only what is not known, all six levels see it, the next department asks one question.
import assert from 'node:assert/strict'
import { DESK, PHONE } from '../lib/browser.mjs'
import { answerAll, forward } from '../lib/form.mjs'
import { journey } from '../lib/journeys.mjs'
import { ask, officerDevice, persona, publish, residentDevice, signInResident } from '../lib/people.mjs'
import { until } from '../lib/until.mjs'

const LEVELS = ['grid', 'community', 'street', 'district', 'city', 'province']
/** How long after a submission every level has to see it. */
const SHARED_WITHIN = 2_000

const T11 = { vaccinated: false, reasonNot: 'cannot-go', wish: 'at-home', allergy: '青霉素', contra: '无', doses: 2, lastDose: '2026-03', reaction: '无' }
const T01 = { aliveConfirm: 'self' }

/** What the data says is still to be asked of the person who is signed in, without the app's help. */
async function askedByData(device, application, form) {
  const { definition, states } = await ask(device, 'GET', `/api/resident/forms/${application}/${form}`)
  return definition.pages
    .flatMap((page) => page.questions)
    .filter(({ id, visible }) => !visible && ['unknown', 'heldOld'].includes(states[id].state))
    .map(({ id }) => id)
}

const clicksToPublish = async (page, template) => {
  let clicks = 0
  const click = async (selector) => {
    await page.locator(`${selector}:enabled`).click()
    clicks++
  }
  return { click, clicks: () => clicks, template }
}

/** Opens the board of an application at each of the six levels; each page notes when its figure of the done changes. */
async function watchAtAllLevels(kit, department, application) {
  const watchers = []
  for (const level of LEVELS) {
    const device = await officerDevice(kit, `${level}.${department}`)
    const page = await device.page()
    await page.goto(`/officer/applications/${application}/progress`)
    const sentence = page.locator('[data-board="sentence"]')
    await sentence.waitFor()
    const before = await page.evaluate(() => {
      const done = () => document.querySelector('[data-board="sentence"]').querySelectorAll('b')[1].textContent
      const first = done()
      window.changedAt = new Promise((resolve) => {
        new MutationObserver(() => done() !== first && resolve(Date.now())).observe(document.querySelector('main'), { subtree: true, childList: true, characterData: true })
      })
      return first
    })
    watchers.push({ level, page, before })
  }
  return watchers
}

/** When the figure of a watched board changed, in milliseconds since 1970. */
async function changedAt({ level, page, before }) {
  const changed = await Promise.race([page.evaluate(() => window.changedAt), new Promise((done) => setTimeout(() => done(undefined), 20_000).unref())])
  assert.ok(changed, `the ${level}'s board still says ${before}`)
  return changed
}

journey('an officer publishes, a resident answers what is unknown, six levels see it, the next application asks one question', async (kit) => {
  // The street's health officer makes a survey from a template: three clicks from home.
  const street = await kit.device({ viewport: DESK })
  const desk = await street.page()
  await desk.goto('/officer/')
  await desk.locator('[data-login="street.health"]').click()
  await desk.locator('form button[type=submit]').click()
  await desk.locator('[data-template="T11"]').waitFor()
  await kit.look(desk, 'officer-today')
  const health = await clicksToPublish(desk, 'T11')
  await health.click('[data-template="T11"]')
  await desk.locator('[data-save]').first().waitFor()
  await kit.look(desk, 'officer-studio')
  await health.click('[data-action="check"]')
  await desk.locator('[data-once]').first().waitFor()
  await kit.look(desk, 'officer-check')
  await health.click('[data-action="publish"]')
  await desk.waitForURL(/\/progress/)
  assert.equal(health.clicks(), 3, 'clicks from home to published')
  const survey = /applications\/([0-9a-f-]{36})/.exec(desk.url())[1]
  await desk.locator('[data-board="sentence"]').waitFor()
  await kit.look(desk, 'officer-board')

  // A resident signs in. What the home says is what the data says.
  const who = await persona(kit.origin, 'alone')
  const phone = await kit.device({ viewport: PHONE })
  const page = await phone.page()
  await page.goto('/resident/')
  await page.locator('[data-send-code]').waitFor()
  await kit.look(page, 'resident-sign-in')
  await signInResident(page, who)
  const card = page.locator(`[data-ask="${survey}"]`)
  await card.waitFor()
  await kit.look(page, 'resident-home')
  const unknown = await askedByData(phone, survey, 'ask')
  assert.equal(Number(await card.getAttribute('data-questions')), unknown.length, 'the number on the home is the number of unknown answers')
  const home = await ask(phone, 'GET', '/api/resident/home')
  assert.equal(Number(await page.locator('section[data-questions]').getAttribute('data-questions')), home.questions, 'the card on top counts all departments together')

  // Only that is asked; what is known stands there to be looked at.
  await card.click()
  await page.locator('[data-asked]').waitFor()
  assert.equal(Number(await page.locator('[data-asked]').getAttribute('data-asked')), unknown.length, 'the form asks as many')
  await kit.look(page, 'resident-form')
  const boards = await watchAtAllLevels(kit, 'health', survey)
  await forward(page)
  const asked = await answerAll(page, T11, async (step) => kit.look(page, `resident-form-${step}`))
  assert.deepEqual(unknown.filter((id) => !asked.includes(id)), [], 'everything unknown was asked')
  const states = (await ask(phone, 'GET', `/api/resident/forms/${survey}/ask`)).states
  assert.deepEqual(asked.filter((id) => !['unknown', 'heldOld'].includes(states[id].state)), [], 'nothing held was asked')
  await kit.look(page, 'resident-check')
  const submitted = page.waitForResponse((response) => response.url().includes('/submissions') && response.request().method() === 'POST')
  await page.locator('[data-forward]').click()
  assert.equal((await submitted).status(), 201)
  const at = Date.now()
  await page.locator('[data-receipt]').waitFor()
  assert.match(await page.locator('[data-receipt]').innerText(), /^\w{4,}[ -]?\w{4,}$/)
  assert.equal(Number(await page.locator('[data-reused]').getAttribute('data-asked')), asked.length, 'the receipt counts what was asked')
  await kit.look(page, 'resident-receipt')

  // Six levels see it at once.
  const delays = await Promise.all(
    boards.map(async ({ level, page: board, before }) => {
      return [level, (await changedAt({ level, page: board, before })) - at]
    }),
  )
  console.log(`           seen after ${delays.map(([level, ms]) => `${level} ${Math.max(0, ms)} ms`).join(', ')}`)
  for (const [level, ms] of delays) assert.ok(ms <= SHARED_WITHIN, `the ${level} saw it after ${ms} ms`)
  await kit.picture(boards.at(-1).page, 'officer-board-province')

  // The next department: one question.
  const civil = await officerDevice(kit, 'street.civil')
  const civilDesk = await civil.page()
  await civilDesk.goto('/officer/')
  const allowance = await clicksToPublish(civilDesk, 'T01')
  await allowance.click('[data-template="T01"]')
  await allowance.click('[data-action="check"]')
  await civilDesk.locator('[data-once]').first().waitFor()
  await kit.look(civilDesk, 'officer-check-known')
  await allowance.click('[data-action="publish"]')
  await civilDesk.waitForURL(/\/progress/)
  assert.equal(allowance.clicks(), 3)
  const yearly = /applications\/([0-9a-f-]{36})/.exec(civilDesk.url())[1]
  await page.goto('/resident/')
  const next = page.locator(`[data-ask="${yearly}"]`)
  await next.waitFor()
  assert.equal(await next.getAttribute('data-questions'), '1', 'the same resident is asked one question')
  await next.click()
  await page.locator('[data-asked="1"]').waitFor()
  await kit.look(page, 'resident-form-known')
  const civilBoards = await watchAtAllLevels(kit, 'civil', yearly)
  await forward(page)
  assert.deepEqual(await answerAll(page, T01), ['aliveConfirm'])
  await page.locator('[data-forward]').click()
  await page.locator('[data-receipt]').waitFor()
  // By registration a person belongs to a community: households are not registered with a grid.
  for (const board of civilBoards.filter(({ level }) => level !== 'grid')) await changedAt(board)
})

journey('nobody sees a person outside the own region', async (kit) => {
  const { name } = await persona(kit.origin, 'agent')
  const city = await officerDevice(kit, 'city.health')
  const found = await ask(city, 'GET', `/api/people?q=${encodeURIComponent(name)}`)
  const person = (found.items ?? found).find((each) => each.name === name)
  assert.ok(person, 'the city sees the person')
  for (const level of ['grid', 'community', 'street']) {
    const device = await officerDevice(kit, `${level}.health`)
    const response = await device.context.request.get(`/api/people/${person.id ?? person.person}`)
    assert.equal(response.status(), 404, `the ${level} is told that there is nobody`)
    const others = await ask(device, 'GET', `/api/people?q=${encodeURIComponent(name)}`)
    assert.equal((others.items ?? others).filter((each) => (each.id ?? each.person) === (person.id ?? person.person)).length, 0, `the ${level} does not find the person`)
  }
})

journey('a person registered here and living there counts where the board says', async (kit) => {
  const who = await persona(kit.origin, 'apart')
  const lives = `${who.livesIn.slice(0, 9)}000`
  const survey = await publish(kit, 'district.health', 'T11')
  const yearly = await publish(kit, 'district.civil', 'T01')
  const figures = async ({ id, office }) => {
    const board = await ask(office, 'GET', `/api/applications/${id}/board`)
    return { relation: board.relation, done: Object.fromEntries(board.children.map((child) => [child.region, child.done])) }
  }
  const before = { survey: await figures(survey), yearly: await figures(yearly) }
  assert.equal(before.survey.relation, 'resides-in')
  assert.equal(before.yearly.relation, 'registered-in')

  const device = await residentDevice(kit, 'apart', { viewport: PHONE })
  const page = await device.page()
  for (const [application, answers] of [[survey.id, T11], [yearly.id, T01]]) {
    await page.goto(`/resident/form/${application}/ask`)
    await page.locator('[data-asked]').waitFor()
    await forward(page)
    await answerAll(page, answers)
    await page.locator('[data-forward]').click()
    await page.locator('[data-receipt]').waitFor()
  }

  const risen = async (which, application) => {
    const now = await figures(application)
    return Object.keys(now.done).filter((region) => now.done[region] > (before[which].done[region] ?? 0))
  }
  const surveyRose = await until('the survey to be counted', async () => ((await risen('survey', survey)).length > 0 ? risen('survey', survey) : undefined))
  const yearlyRose = await until('the confirmation to be counted', async () => ((await risen('yearly', yearly)).length > 0 ? risen('yearly', yearly) : undefined))
  assert.deepEqual(surveyRose, [lives], 'by residence the person counts where they live')
  assert.equal(yearlyRose.length, 1)
  assert.notEqual(yearlyRose[0], lives, 'by registration the person counts where they are registered')
})
