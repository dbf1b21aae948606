// The main screens as README.md and README.zh-CN.md show them: a campaign that is under way, in English and in Chinese. Early, while the town is tidy.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { DESK, PHONE } from '../lib/browser.mjs'
import { answerAll, answerPage, forward, stepOf } from '../lib/form.mjs'
import { journey } from '../lib/journeys.mjs'
import { photograph } from '../lib/paper.mjs'
import { ask, officerDevice, others, persona, publish, residentDevice } from '../lib/people.mjs'
import { until } from '../lib/until.mjs'

const T11 = { vaccinated: false, reasonNot: 'cannot-go', wish: 'at-home', allergy: '青霉素', contra: '无' }
const T28 = { employment: '80', marital: '30', education: '61', addressSince: '2019-05-01', inflowReason: '1', employer: '' }
/** Of ten who are addressed so many have answered, community by community. */
const ANSWERED = [4, 8, 7, 5, 9, 6, 3, 7, 4, 6]
const PERSONAS = ['alone', 'no-phone', 'apart', 'shared', 'shared-wife', 'old', 'contested']

const GRID = '320613002001001'
/** The survey for these people, with calls and visits from the first day. */
const addressed = (criterion) => (manifest) => {
  manifest.components.find(({ kind }) => kind === 'audience').criterion = criterion
  for (const visit of manifest.components.filter(({ kind }) => kind === 'visit')) visit.after = 0
  return manifest
}
const years = (at) => addressed({ element: 'person.age', op: '>=', value: at })

/** Fills the survey in for somebody on the phone, as an officer does; says nothing but what is asked. */
async function onThePhone(office, application, person, nth) {
  const path = `/api/officer/forms/${application}/ask/persons/${person}`
  const { version, definition, states } = await ask(office, 'GET', `${path}?means=phone`)
  const had = nth % 3 > 0
  const said = had ? { vaccinated: true, doses: 1 + (nth % 3), lastDose: '2026-03' } : { vaccinated: false, reasonNot: 'worried', wish: 'nearby', contra: '无' }
  Object.assign(said, { allergy: '无', mobile: '15400000004', address: '濠阳新村 3 幢 201 室' })
  const questions = definition.pages.flatMap((page) => page.questions).map(({ id }) => id)
  const open = questions.filter((id) => ['unknown', 'contested'].includes(states[id].state))
  const answers = Object.fromEntries(open.filter((id) => said[id] !== undefined).map((id) => [id, said[id]]))
  const confirmed = questions.filter((id) => states[id].state === 'heldOld' && (id !== 'contra' || !had))
  const seen = Object.fromEntries(questions.filter((id) => states[id].seen).map((id) => [id, states[id].seen]))
  await ask(office, 'POST', `${path}/submissions?means=phone`, { version, answers, confirmed, seen }, { 'idempotency-key': randomUUID() })
}

/** Most have answered, here more and there fewer. */
async function underWay(kit, office, application) {
  const known = await Promise.all(PERSONAS.map(async (key) => (await persona(kit.origin, key)).name))
  const left = []
  for (let page = 0, more = true; more && page < 40; page++) {
    const list = await ask(office, 'GET', `/api/applications/${application}/left?page=${page}`)
    left.push(...list.items)
    more = list.more
  }
  const communities = [...new Set(left.map(({ region }) => String(region).slice(0, 12)))].sort()
  const seen = {}
  let done = 0
  for (const { person, name, region } of left.filter((each) => !known.includes(each.name))) {
    const community = String(region).slice(0, 12)
    const nth = (seen[community] = (seen[community] ?? -1) + 1)
    if (nth % 10 >= ANSWERED[communities.indexOf(community) % ANSWERED.length]) continue
    await onThePhone(office, application, person, nth)
    done++
  }
  assert.ok(done >= 40, `${done} have answered`)
  await until('the board has them', async () => (await ask(office, 'GET', `/api/applications/${application}/board`)).done >= done)
}

for (const lang of ['zh', 'en']) {
  journey(`the screens of a resident as the documents show them, in ${lang}`, async (kit) => {
    const survey = await publish(kit, 'street.health', 'T11', years(80))
    const yearly = await publish(kit, 'street.civil', 'T01')
    const { alone } = await others(kit.origin, 'alone')
    const device = await residentDevice(kit, alone, { viewport: PHONE, lang })
    const page = await device.page()
    await page.goto('/resident/')
    for (const { id } of [survey, yearly]) await page.locator(`[data-ask="${id}"]`).waitFor()
    await kit.look(page, `resident-home-${lang}`, { keep: true })
    await page.goto(`/resident/form/${survey.id}/ask`)
    await page.locator('[data-asked]').waitFor()
    await kit.look(page, `resident-form-${lang}`, { keep: true })
    await forward(page)
    while ((await stepOf(page)) !== 'dose') {
      await answerPage(page, T11)
      await forward(page)
    }
    await page.locator('[data-question="vaccinated"] [data-value="false"]').click()
    await page.locator('[data-question="reasonNot"]').waitFor()
    await page.evaluate(() => (document.activeElement?.blur(), window.scrollTo(0, 0)))
    await kit.look(page, `resident-question-${lang}`, { keep: true })
    await answerAll(page, T11)
    await page.locator('[data-forward]').click()
    await page.locator('[data-receipt]').waitFor()
    await kit.look(page, `resident-receipt-${lang}`, { keep: true })
    await page.goto('/resident/me/data')
    await page.locator('main section').first().waitFor()
    await kit.look(page, `resident-data-${lang}`, { keep: true })

    // 长辈版: one question a page, large.
    const large = await residentDevice(kit, (await others(kit.origin, 'alone')).alone, { viewport: PHONE, lang })
    const one = await large.page()
    await one.goto('/resident/')
    await one.locator('header button[aria-pressed]').click()
    await one.goto(`/resident/form/${survey.id}/ask`)
    await one.locator('[data-asked]').waitFor()
    await forward(one)
    await until('one question', async () => (await one.locator('[data-question="vaccinated"]').count()) === 1)
    await kit.look(one, `resident-elder-${lang}`, { keep: true })

    // What comes back every year: last year's answers in one tap; of those one lives with the name and the relation only.
    const needs = await publish(kit, 'street.disabled', 'T08')
    const again = await (await residentDevice(kit, (await others(kit.origin, 'disabled')).disabled, { viewport: PHONE, lang })).page()
    await again.goto(`/resident/form/${needs.id}/ask`)
    await again.locator('[data-unchanged]').waitFor()
    await kit.look(again, `resident-unchanged-${lang}`, { keep: true })
    const update = await publish(kit, 'street.police', 'T28')
    const roof = await (await residentDevice(kit, (await others(kit.origin, 'mother')).grandmother, { viewport: PHONE, lang })).page()
    await roof.goto(`/resident/form/${update.id}/ask`)
    await roof.locator('[data-asked]').waitFor()
    await forward(roof)
    while ((await stepOf(roof)) !== 'household') {
      await answerPage(roof, T28)
      await forward(roof)
    }
    await roof.locator('[data-row]').first().waitFor()
    await kit.look(roof, `resident-household-${lang}`, { keep: true })
    for (const { id, office } of [survey, yearly, needs, update]) await ask(office, 'POST', `/api/applications/${id}/close`)
  })

  journey(`the screens of officers and field workers as the documents show them, in ${lang}`, async (kit) => {
    const { id, office } = await publish(kit, 'street.health', 'T11', years(80))
    await underWay(kit, office, id)
    const device = await officerDevice(kit, 'street.health', { viewport: DESK, lang })
    const page = await device.page()
    await page.goto(`/officer/applications/${id}/progress`)
    await page.locator('[data-board="sentence"]').waitFor()
    await kit.look(page, `officer-board-${lang}`, { keep: true })
    await page.goto(`/officer/applications/${id}/left`)
    const [sheet] = await Promise.all([page.waitForEvent('download'), page.locator('[data-print]').first().click()])
    await page.goto(`/officer/applications/${id}/paper`)
    await page.locator('[data-photos]').setInputFiles(await photograph(kit, await readFile(await sheet.path())))
    await page.locator('[data-sent="found"]').waitFor()
    await page.locator('tbody [data-look]').waitFor()
    await kit.look(page, `officer-paper-${lang}`, { keep: true })
    await page.goto('/officer/')
    await page.locator('[data-template="T11"]').waitFor()
    await until('the running one', async () => (await page.locator(`a[href*="${id}"]`).count()) > 0)
    await kit.look(page, `officer-today-${lang}`, { keep: true })
    const draft = await ask(device, 'POST', '/api/applications', { template: 'T11' })
    await page.goto(`/officer/applications/${draft.id}/edit`)
    await page.locator('[data-action="check"]').waitFor()
    await page.locator('[data-go="form"]').click()
    await page.locator('article[data-question="vaccinated"]').waitFor()
    await kit.look(page, `officer-studio-${lang}`, { keep: true })
    await page.locator('[data-action="check"]').click()
    await page.locator('[data-once]').first().waitFor()
    await kit.look(page, `officer-check-${lang}`, { keep: true })
    await page.goto('/officer/tasks')
    await page.locator('tr[data-task]').first().waitFor()
    await kit.look(page, `officer-tasks-${lang}`, { keep: true })
    const administrator = await officerDevice(kit, 'administrator', { viewport: DESK, lang })
    const { post } = await ask(device, 'GET', '/api/officer/session')
    const hand = await administrator.page()
    await hand.goto(`/officer/posts/${post.id}/handover`)
    await hand.locator('dl dd').first().waitFor()
    await kit.look(hand, `officer-handover-${lang}`, { keep: true })

    await ask(office, 'POST', `/api/applications/${id}/close`)
    const rounds = await publish(kit, 'street.health', 'T11', addressed({ all: [{ element: 'person.age', op: '>=', value: 60 }, { within: GRID, by: 'resides-in' }] }))
    const phone = await kit.device({ viewport: PHONE, lang })
    const field = await phone.page()
    await field.goto('/field/')
    await field.locator('[data-login="grid.health"]').click()
    await field.locator('form button[type=submit]').click()
    await field.locator('nav.tabs').waitFor()
    await until('a call and a door', async () => {
      const lists = await Promise.all(['phone', 'door'].map((list) => ask(office, 'GET', `/api/officer/tasks?application=${rounds.id}&list=${list}&region=${GRID}`)))
      return lists.every(({ items }) => items.length > 1)
    })
    await field.reload()
    await field.locator('li[data-task]:has([data-dial])').waitFor()
    await kit.look(field, `field-calls-${lang}`, { keep: true })
    await field.locator('nav.tabs a').nth(1).click()
    await field.locator('[data-stop]').first().waitFor()
    await kit.look(field, `field-doors-${lang}`, { keep: true })
    // The phone goes on taking the day's forms along; it is put away before they end.
    await phone.close()
    await ask(office, 'POST', `/api/applications/${rounds.id}/close`)
  })
}
