// In the field: calls with one tap for what came of them, doors, filling in together, nothing lost without a line; residents who ask for help.
import assert from 'node:assert/strict'
import { DESK, PHONE } from '../lib/browser.mjs'
import { answerAll, answerPage, forward, stepOf } from '../lib/form.mjs'
import { journey } from '../lib/journeys.mjs'
import { ask, officerDevice, publish, residentDevice } from '../lib/people.mjs'
import { until } from '../lib/until.mjs'

const FIELD = { 'Hutong-App': 'field' }
const T11 = { mobile: '15400000004', address: '濠阳新村 3 幢 201 室', vaccinated: false, reasonNot: 'cannot-go', wish: 'at-home', allergy: '无', contra: '无', doses: 2, lastDose: '2026-03', reaction: '无' }
const atOnce = (manifest) => {
  manifest.components.find(({ kind }) => kind === 'visit').after = 0
  return manifest
}
const nothingUnsent = (page) => until('everything sent', async () => (await page.locator('[data-unsent]').count()) === 0)

async function signIn(page, login) {
  await page.goto('/field/')
  await page.locator(`[data-login="${login}"]`).click()
  await page.locator('form button[type=submit]').click()
  await page.locator('nav.tabs').waitFor()
}

journey('a grid worker calls, visits and fills in together with one hand, and loses nothing without a line', async (kit) => {
  const { id: survey, office } = await publish(kit, 'street.health', 'T11', atOnce)
  const inGrid = () => ask(office, 'GET', `/api/officer/tasks?application=${survey}&region=320613002001001`)
  await until('tasks for the grid', async () => (await inGrid()).items.some(({ list }) => list === 'phone'))

  const phone = await kit.device({ viewport: PHONE, allow: ['offline'] })
  const page = await phone.page()
  await page.goto('/field/')
  await page.locator('[data-login="grid.health"]').waitFor()
  await kit.look(page, 'field-sign-in')
  await signIn(page, 'grid.health')
  const current = page.locator('li[data-task]:has([data-dial])')
  await current.waitFor()
  await kit.look(page, 'field-calls')

  // One tap says what came of the call, and the next one opens.
  const first = await current.getAttribute('data-task')
  await current.locator('[data-outcome="no-answer"]').click()
  await page.locator('[data-last]').waitFor()
  assert.notEqual(await current.getAttribute('data-task'), first, 'the next one is open')
  await until('the focus at the next person', () => current.locator('h2').evaluate((heading) => heading === document.activeElement))
  await kit.look(page, 'field-recorded')
  await nothingUnsent(page)
  const stands = (id) => ask(phone, 'GET', `/api/officer/tasks/${id}`, undefined, FIELD)
  assert.equal((await stands(first)).task.calls, 1, 'the call is on the record')

  // Without a line it stays on the phone, also over a reload.
  await page.route('**/api/officer/tasks/visits', (route) => route.abort('internetdisconnected'))
  const second = await current.getAttribute('data-task')
  await current.locator('[data-outcome="refused"]').click()
  await until('the bar says so', async () => /手机里/.test(await page.locator('[data-unsent]').innerText().catch(() => '')))
  await kit.look(page, 'field-offline')
  await page.reload()
  await page.locator('[data-unsent]').waitFor()
  assert.equal((await stands(second)).visits.length, 0, 'the server knows nothing of it yet')
  await page.locator('[data-unsent] button').click()
  await page.locator('dialog .btn-primary').click()
  await page.locator('dialog [role=alert]').waitFor()
  await page.keyboard.press('Escape')
  await page.unroute('**/api/officer/tasks/visits')
  await until('the server knows it', async () => (await stands(second)).task.outcome === 'refused', { within: 45_000 })
  await nothingUnsent(page)

  // The form is filled in on the phone together with the person.
  await page.reload()
  await current.waitFor()
  const person = await current.getAttribute('data-person')
  const third = await current.getAttribute('data-task')
  await current.locator('[data-fill]').click()
  await page.locator('[data-forward]').waitFor()
  await kit.look(page, 'field-fill')
  await page.locator('input[name=means][value=in-person]').check()
  await forward(page)
  await answerAll(page, T11)
  await page.locator('[data-forward]').click()
  // Of whom everything that can be proven is known already, nothing is to be proven.
  await page.locator('[data-submit], [data-receipt]').first().waitFor()
  if (await page.locator('[data-submit]').count()) {
    await kit.look(page, 'field-proven')
    await page.locator('[data-submit]').click()
  }
  await page.locator('[data-receipt]').waitFor()
  assert.ok((await page.locator('[data-of]').innerText()).length > 4, 'whose form and what about')
  await kit.look(page, 'field-receipt')
  await until('the task is over', async () => (await stands(third)).task.outcome === 'answered')
  // Other surveys of the department may call the same people.
  const { application } = (await stands(third)).task
  const submissions = await ask(office, 'GET', `/api/applications/${application}/submissions`)
  assert.ok(submissions.items.some((one) => one.person === person), 'the answer is the person’s')

  // Doors: all behind one door in one stop; whoever refuses is not asked again.
  await page.locator('[data-next]').click()
  await page.locator('nav.tabs a').nth(1).click()
  const stop = page.locator('[data-stop]').first()
  await stop.waitFor()
  await kit.look(page, 'field-doors')
  // Nobody opens: one tap for all behind the door, and one takes it back, also when it is sent already.
  const behind = await stop.locator('[data-task]').evaluateAll((all) => all.map((one) => one.dataset.task))
  const vain = () => Promise.all(behind.map(async (id) => (await stands(id)).task.nobodyThere))
  await stop.locator('[data-outcome="nobody-there"]').click()
  await until('the server knows it', async () => (await vain()).every((times) => times === 1))
  await nothingUnsent(page)
  await page.locator('[data-last] button').click()
  await until('it is taken back', async () => (await vain()).every((times) => times === 0))
  await until('the note is gone', async () => (await page.locator('[data-last]').count()) === 0)
  const door = await stop.locator('[data-task]').first().getAttribute('data-task')
  await stop.locator('[data-other]').first().click()
  await page.locator('dialog [data-outcome="away-for-long"]').waitFor()
  await kit.look(page, 'field-door-outcomes')
  await page.locator('dialog [data-outcome="away-for-long"]').click()
  await until('it ended', async () => (await stands(door)).task.outcome === 'away-for-long')
  await until('the focus at a door, or at the head of the page', () => page.evaluate(() => document.activeElement.matches('h1, [data-stop] h2')))
  await page.locator('nav.tabs a').nth(2).click()
  await page.locator('[data-sign-out]').waitFor()
  assert.match(await page.locator('[data-filled]').first().innerText(), /填好了.*已送出.*回执号/s)
  await kit.look(page, 'field-me')

  // The office sees how it ended, and who is left says it too.
  for (const viewport of [DESK, PHONE]) {
    const street = await officerDevice(kit, 'street.health', { viewport })
    const desk = await street.page()
    await desk.goto('/officer/tasks')
    await desk.locator('[data-outcome="away-for-long"]').waitFor()
    await kit.look(desk, `officer-tasks-${viewport.width}`)
    await desk.locator('[data-outcome="away-for-long"]').click()
    await desk.locator(`tr[data-task="${door}"]`).waitFor()
  }
})

journey('what a person has not is left open by who fills in, and the office reads that', async (kit) => {
  const { id: survey, office } = await publish(kit, 'street.health', 'T11', (manifest) => {
    manifest.components.find(({ kind }) => kind === 'form').pages[0].questions.find(({ id }) => id === 'mobile').required = true
    return atOnce(manifest)
  })
  const without = async () => (await ask(office, 'GET', `/api/officer/tasks?application=${survey}&list=door&region=320613002001001`)).items.find(({ reason }) => reason === 'no-phone')
  const task = await until('somebody without a phone', without)
  const page = await (await kit.device({ viewport: PHONE })).page()
  await signIn(page, 'grid.health')
  await page.locator('h1').waitFor()
  await page.goto(`/field/fill/${survey}/ask/${task.person}?means=in-person`)
  const leave = page.locator('[data-leave="mobile"]')
  for (let at = 0; at < 9 && (await leave.count()) === 0; at++) {
    await page.locator('[data-forward]').waitFor()
    if ((await stepOf(page)) !== 'start') await answerPage(page, T11)
    await forward(page)
  }
  await kit.look(page, 'field-leave')
  await leave.click()
  await page.locator('[data-left-open]').waitFor()
  await kit.look(page, 'field-left-open')
  await answerAll(page, T11)
  assert.match(await page.locator('[data-answer="mobile"]').innerText(), /没有 \/ 说不上来/)
  await kit.look(page, 'field-left-open-check', { full: true })
  await page.locator('[data-forward]').click()
  await page.locator('[data-submit], [data-receipt]').first().waitFor()
  if (await page.locator('[data-submit]').count()) await page.locator('[data-submit]').click()
  await page.locator('[data-receipt]').waitFor()
  const { items } = await ask(office, 'GET', `/api/applications/${survey}/submissions`)
  const desk = await (await officerDevice(kit, 'street.health')).page()
  await desk.goto(`/officer/applications/${survey}/submissions/${items[0].id}`)
  assert.match(await desk.locator('[data-answer="mobile"]').innerText(), /没有\/说不上来/)
  await kit.look(desk, 'officer-left-open')
})

journey('a form that is gone, or that was not taken along, says so in the heading of its page', async (kit) => {
  const { id: survey } = await publish(kit, 'street.health', 'T11')
  const nobody = '0190c0de-0000-7000-8000-000000000000'
  const phone = await kit.device({ viewport: PHONE, allow: [404, 'offline'] })
  const page = await phone.page()
  await signIn(page, 'grid.health')
  await page.goto(`/field/fill/${survey}/ask/${nobody}`)
  await page.locator('h1', { hasText: '这位居民现在不用填了' }).waitFor()
  assert.ok(await page.locator('h1').evaluate((heading) => heading === document.activeElement), 'read out at once')
  await kit.look(page, 'field-fill-gone')
  await page.route('**/api/officer/forms/**', (route) => route.abort('internetdisconnected'))
  await page.reload()
  await page.locator('h1', { hasText: '这张表没有带在手机里' }).waitFor()
  const desk = await (await officerDevice(kit, 'street.health', { allow: [404] })).page()
  await desk.goto(`/officer/applications/${survey}/fill/ask/${nobody}`)
  await desk.locator('[role=alert]').waitFor()
  assert.equal(await desk.locator('h1').innerText(), '代填')
})

journey('in English, a field worker finds the same', async (kit) => {
  const phone = await kit.device({ viewport: PHONE, lang: 'en' })
  const page = await phone.page()
  await signIn(page, 'community.health')
  await page.locator('h1').waitFor()
  await kit.look(page, 'field-calls-en')
  await page.locator('nav.tabs a').nth(1).click()
  await page.locator('h1').waitFor()
  await kit.look(page, 'field-doors-en')
})

journey('a resident asks somebody to fill in a form and takes it back', async (kit) => {
  const { id: survey, office } = await publish(kit, 'street.health', 'T11')
  const resident = await residentDevice(kit, 'alone', { viewport: PHONE })
  const page = await resident.page()
  await page.goto('/resident/')
  const help = page.locator(`li:has([data-ask="${survey}"]) [data-help]`)
  await help.locator('[data-ask-help]').click()
  await help.locator('[data-help-not-yet]').click()
  await help.locator('[data-ask-help]').click()
  await kit.look(page, 'resident-help-sure')
  await help.locator('[data-help-yes]').click()
  await page.locator(`li:has([data-ask="${survey}"]) [data-help="true"]`).waitFor()
  await kit.look(page, 'resident-help')
  // On the phone list there is nobody else yet: who has a phone is called after some days.
  const asked = async () => (await ask(office, 'GET', `/api/officer/tasks?application=${survey}&open=true&list=phone`)).items.filter(({ askedForHelp }) => askedForHelp).length
  assert.equal(await asked(), 1, 'it is a task now')
  await help.locator('button').click()
  await page.locator(`li:has([data-ask="${survey}"]) [data-help="false"]`).waitFor()
  assert.equal(await asked(), 0, 'and no longer')
})

journey('a child has no phone: the guardian is called, and the list says whom', async (kit) => {
  const { id, office } = await publish(kit, 'street.police', 'T28', (manifest) => {
    manifest.components.find(({ kind }) => kind === 'audience').criterion = { all: [{ within: '320613002001001', by: 'resides-in' }, { element: 'person.age', op: '<', value: 14 }] }
    return atOnce(manifest)
  })
  const calls = async () => (await ask(office, 'GET', `/api/officer/tasks?application=${id}&list=phone`)).items.filter(({ guardian }) => guardian)
  const [task] = await until('a child whose guardian has a phone', async () => ((await calls()).length > 0 ? calls() : undefined))
  const phone = await kit.device({ viewport: PHONE })
  const page = await phone.page()
  await signIn(page, 'grid.police')
  const line = page.locator(`li[data-task="${task.id}"]`)
  await line.waitFor()
  if ((await line.locator('[data-dial]').count()) === 0) await line.locator('button').first().click()
  assert.equal(await line.locator('[data-guardian]').innerText(), `联系监护人 ${task.guardian.name}`)
  assert.ok((await line.locator('[data-dial]').innerText()).includes(task.guardian.phoneMasked))
  await kit.look(page, 'field-call-guardian')
  const { number } = await ask(phone, 'POST', `/api/officer/tasks/${task.id}/phone`, undefined, FIELD)
  assert.equal(number.slice(-4), task.guardian.phoneMasked.slice(-4), 'what is dialled is the guardian\'s')
  for (const viewport of [DESK, PHONE]) {
    const desk = await (await officerDevice(kit, 'street.police', { viewport })).page()
    await desk.goto(`/officer/tasks?application=${id}&state=phone`)
    await desk.getByText(`联系监护人 ${task.guardian.name}`).first().waitFor()
    await kit.look(desk, `officer-tasks-guardian-${viewport.width}`)
  }
})
