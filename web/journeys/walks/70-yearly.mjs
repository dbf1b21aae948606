// What comes back every year: disabled residents' needs, confirmed in one tap, and the update of resident information, each adult for himself.
import assert from 'node:assert/strict'
import { DESK, PHONE } from '../lib/browser.mjs'
import { answerAll, answerPage, forward } from '../lib/form.mjs'
import { journey } from '../lib/journeys.mjs'
import { ask, officerDevice, others, persona, publish, residentDevice } from '../lib/people.mjs'
import { until } from '../lib/until.mjs'

const NEEDS = ['aidDevice', 'barrierFree', 'details', 'job', 'rehabilitation']
/** What the person's newest submission for this application came from. */
async function newest(device, application) {
  const [made] = (await ask(device, 'GET', '/api/resident/submissions')).filter((each) => each.application === application)
  return ask(device, 'GET', `/api/resident/submissions/${made.id}`)
}

journey('last year\'s needs are still the same: one tap from the form to the receipt', async (kit) => {
  const { id } = await publish(kit, 'street.disabled', 'T08')
  const { disabled } = await others(kit.origin, 'disabled')
  const device = await residentDevice(kit, disabled)
  const page = await device.page()
  await page.goto(`/resident/form/${id}/ask`)
  await page.locator('[data-unchanged]').waitFor()
  const old = await page.locator('[data-old]').evaluateAll((all) => all.map((each) => each.dataset.old))
  assert.deepEqual(old.sort(), NEEDS, 'all that was said last year stands there')
  assert.ok((await page.locator('[data-old="details"]').innerText()).includes('卫生间装扶手'))
  assert.equal(await page.locator('[data-question]').count(), 0, 'and nothing is to be typed')
  await kit.look(page, 'resident-unchanged')
  await page.locator('[data-unchanged]').click()
  await page.locator('[data-receipt]').waitFor()
  const detail = await newest(device, id)
  assert.equal(detail.confirmed, NEEDS.length)
  assert.equal(detail.asked, 0)

  // The same survey once more in the same year: what was confirmed is not asked again.
  const { id: again } = await publish(kit, 'street.disabled', 'T08')
  await page.goto(`/resident/form/${again}/ask`)
  await page.locator('[data-asked="0"]').waitFor()
  assert.equal(await page.locator('[data-unchanged]').count(), 0)
  await page.setViewportSize(DESK)
  await kit.look(page, 'resident-nothing-asked-desk')
})

journey('of last year\'s needs one has changed: only that is typed, the others take a tap each', async (kit) => {
  const { id } = await publish(kit, 'street.disabled', 'T08')
  const { disabled } = await others(kit.origin, 'disabled')
  const device = await residentDevice(kit, disabled, { viewport: DESK })
  const page = await device.page()
  await page.goto(`/resident/form/${id}/ask`)
  await page.locator('[data-unchanged]').waitFor()
  await forward(page)
  const changed = page.locator('[data-confirm="rehabilitation"]')
  await changed.locator('.actions button').nth(1).click()
  await changed.locator('[data-value="true"]').click()
  for (const need of NEEDS.filter((each) => each !== 'rehabilitation')) await page.locator(`[data-confirm="${need}"] [data-confirm-it]`).click()
  await kit.look(page, 'resident-need-changed-desk', { full: true })
  await forward(page)
  await send(page)
  const detail = await newest(device, id)
  assert.equal(detail.confirmed, NEEDS.length - 1)
  const { states } = await ask(device, 'GET', `/api/resident/forms/${id}/ask`)
  assert.deepEqual(NEEDS.map((need) => states[need].value), [true, true, '卫生间装扶手，换一根拐杖', false, true], 'the one that was typed and the four that stayed')
})

const OWN = { employment: '13', addressSince: '2019-05-01', inflowReason: '1', employer: '第二小学', education: '61', marital: '21', mobile: '15400000004', sex: '2', birthDate: '1988-11-05' }
const withMe = (page, name) => page.locator('[data-question="members"] [data-row]', { hasText: name })

/** Opens the form and goes on to the table of those who live there. */
async function toHousehold(page, id, answers = OWN) {
  await page.goto(`/resident/form/${id}/ask`)
  await page.locator('[data-asked]').waitFor()
  await forward(page)
  const asked = []
  while ((await page.locator('form.player').getAttribute('data-step')) !== 'household') {
    asked.push(...(await answerPage(page, answers)))
    await forward(page)
  }
  return asked
}

async function send(page) {
  await page.locator('[data-forward]').click()
  await page.locator('[data-receipt]').waitFor()
}

journey('three generations under one roof: each sees the own data and the names of the others, and says who has come', async (kit) => {
  const { id, office } = await publish(kit, 'street.police', 'T28')
  const { child, ...family } = await others(kit.origin, 'mother')
  assert.deepEqual(Object.keys(family).sort(), ['father', 'grandmother', 'mother'])
  for (const [key, own] of Object.entries(family)) {
    const device = await residentDevice(kit, own)
    const opened = await ask(device, 'GET', `/api/resident/forms/${id}/ask`)
    assert.equal(opened.states.name.value, own.name, `${key} sees the own data`)
    const rest = [...Object.values(family), child].filter((each) => each !== own)
    for (const { idNumber, phone } of rest) for (const secret of [idNumber, phone].filter(Boolean)) assert.ok(!JSON.stringify(opened).includes(secret), `${key} sees nothing of another but the name`)
    assert.deepEqual(opened.states.members.people.map(({ name }) => name).sort(), rest.map(({ name }) => name).sort(), `${key} sees who lives there`)
  }
  const newborn = `${family.father.name.slice(0, 1)}子安`

  // The grandmother, on her phone: nothing has changed, so the table takes no tap at all.
  const hers = await (await residentDevice(kit, family.grandmother, { viewport: PHONE })).page()
  await hers.goto(`/resident/form/${id}/ask`)
  await hers.locator('[data-asked]').waitFor()
  await kit.look(hers, 'resident-household')
  await toHousehold(hers, id, { ...OWN, employment: '80', marital: '30' })
  assert.equal(await hers.locator('[data-row]').count(), 3)
  await kit.look(hers, 'resident-household-members', { full: true })
  await forward(hers)
  await kit.look(hers, 'resident-household-check', { full: true })
  await send(hers)

  // The father tells of a newborn; from then on the mother sees the name too.
  const his = await (await residentDevice(kit, family.father, { viewport: DESK })).page()
  await toHousehold(his, id)
  await his.locator('[data-add-row]').click()
  await his.locator('[data-cell$="/newName"] input').fill(newborn)
  await his.locator('[data-cell$="/newBorn"] input').fill('2026')
  await kit.look(his, 'resident-household-newborn-desk')
  await forward(his)
  await send(his)

  const device = await residentDevice(kit, family.mother, { viewport: PHONE })
  const page = await device.page()
  await toHousehold(page, id)
  await withMe(page, newborn).waitFor()
  await forward(page)
  await send(page)

  // She answers for her child too, who is asked neither for work nor for the household.
  const ward = (await ask(device, 'GET', '/api/resident/home')).wards.find((each) => each.asks.some((one) => one.application === id))
  await page.goto(`/resident/form/${id}/ask?for=${ward.subject}`)
  await page.locator('[data-asked]').waitFor()
  await kit.look(page, 'resident-household-child')
  await forward(page)
  const asked = await answerAll(page, { ...OWN, mobile: '', sex: '1' })
  assert.ok(!asked.includes('employment') && !asked.includes('members'), 'a child is not asked for work, nor for the household')
  await send(page)
  const [said] = (await ask(device, 'GET', `/api/resident/submissions?for=${ward.subject}`)).filter((each) => each.application === id)
  assert.equal(said.by.means, 'family', 'the record says that the mother answered')

  assert.equal((await ask(office, 'GET', `/api/applications/${id}/board`)).done, 4)
  const sheet = await (await office.context.request.fetch(`/api/applications/${id}/submissions/sheet?format=csv`)).text()
  assert.ok(sheet.includes(family.mother.name), 'the sheet has those who answered')
  const desk = await (await officerDevice(kit, 'street.police')).page()
  await desk.goto(`/officer/applications/${id}/progress`)
  await desk.locator('[data-board="sentence"]').waitFor()
  await desk.locator('[data-export] button, button[data-export], .export button').first().click()
  await desk.locator('[data-format="xlsx"]').first().waitFor()
  await kit.look(desk, 'officer-export')
  const [file] = await Promise.all([desk.waitForEvent('download'), desk.locator('[data-format="csv"]').first().click()])
  assert.match(file.suggestedFilename(), /^实有人口信息更新-进度-.*\.csv$/)
})

journey('of two who live together one has moved: the other says so, and neither is on the other\'s list any more', async (kit) => {
  const { id } = await publish(kit, 'street.police', 'T28')
  const { shared, 'shared-wife': wife } = await others(kit.origin, 'shared')
  const husband = await residentDevice(kit, shared, { viewport: PHONE })
  const page = await husband.page()
  await toHousehold(page, id, { ...OWN, employment: '80' })
  const before = await ask(husband, 'GET', `/api/resident/forms/${id}/ask`)
  assert.deepEqual(before.states.members.people.map(({ name }) => name), [wife.name])
  const row = withMe(page, wife.name)
  await row.locator('button').first().click()
  await page.locator('[data-cell$="/still"] [data-value="moved"]').click()
  await kit.look(page, 'resident-household-moved', { full: true })
  await forward(page)
  await send(page)
  for (const [who, why] of [[wife, 'he is no longer among those she lives with'], [shared, 'nor she among those he lives with']]) {
    const now = await ask(await residentDevice(kit, who), 'GET', `/api/resident/forms/${id}/ask`)
    assert.deepEqual(now.states.members.people ?? [], [], why)
  }

  // The office reads who is meant, in the answer and in the table, whatever has become of the household since.
  for (const viewport of [DESK, PHONE]) {
    const desk = await (await officerDevice(kit, 'street.police', { viewport })).page()
    await desk.goto(`/officer/applications/${id}/submissions`)
    await desk.locator('[data-read]', { hasText: shared.name }).first().click()
    await desk.locator('[data-answer="members"]').waitFor()
    assert.ok((await desk.locator('[data-answer="members"]').innerText()).includes(wife.name), 'says of whom')
    await kit.look(desk, `officer-submission-${viewport.width}`, { full: true })
    await desk.locator('[data-record]').click()
    await desk.locator('.crumb a[href*="/submissions/"]').click()
    await desk.locator('[data-answer="members"]').waitFor()
  }

  // Where she lives now waits for an officer, who reads where it is from.
  for (const viewport of [DESK, PHONE]) {
    const desk = await (await officerDevice(kit, 'street.police', { viewport })).page()
    await desk.goto('/officer/tasks')
    const report = desk.locator('[data-report]', { hasText: wife.name })
    await report.waitFor()
    assert.match(await report.innerText(), new RegExp(`据说搬走[^]*家人在《实有人口信息更新》中填报[^]*${shared.name}`))
    await kit.look(desk, `officer-reports-of-form-${viewport.width}`)
    await report.locator('[data-check]').click()
    await desk.locator('dialog select').first().waitFor()
    await kit.look(desk, `officer-report-of-form-check-${viewport.width}`)
  }

  // She is told, without by whom, and one word of hers puts it right.
  const hers = await residentDevice(kit, wife, { viewport: PHONE })
  const home = await hers.page()
  await home.goto('/resident/')
  await home.locator('[data-departure="asked"]').waitFor()
  await kit.look(home, 'resident-departure')
  await home.locator('[data-still]').click()
  await home.locator('[data-departure="still"]').waitFor()
  await kit.look(home, 'resident-departure-still')
  const again = await ask(husband, 'GET', `/api/resident/forms/${id}/ask`)
  assert.deepEqual(again.states.members.people.map(({ name }) => name), [wife.name], 'she is on his list again')
  await home.goto('/resident/')
  await home.locator('[data-questions]').first().waitFor()
  assert.equal(await home.locator('[data-departure]').count(), 0, 'and is not asked again')
})

journey('a tenant who is new and on no file begins with name and phone, and finishes', async (kit) => {
  const { id } = await publish(kit, 'street.police', 'T28')
  const tenant = await kit.device({ viewport: PHONE })
  const { name } = await persona(kit.origin, 'newcomer')
  const phone = `154${Math.floor(1e7 + Math.random() * 9e7)}`
  await ask(tenant, 'POST', '/api/resident/codes', { phone })
  const code = await until('the code in the message box', async () => /\d{6}/.exec((await ask(tenant, 'POST', '/api/demo/messages', { phone }))[0]?.text ?? '')?.[0])
  await ask(tenant, 'POST', '/api/resident/session', { name, phone, code, region: '320613002008' })
  const page = await tenant.page()
  await until('the newcomer is counted among those addressed', async () => (await ask(tenant, 'GET', '/api/resident/home')).asks.some((each) => each.application === id))
  await page.goto(`/resident/form/${id}/ask`)
  await page.locator('[data-forward]').waitFor()
  await kit.look(page, 'resident-household-newcomer')
  await forward(page)
  await answerAll(page, { ...OWN, birthDate: '1992-06-01', name, idNumber: '', address: '濠景花园 3 幢 102 室', mobile: phone }, async (step) => {
    await kit.look(page, `resident-household-newcomer-${step}`, { picture: step === 'you' })
  })
  await send(page)
})

journey('one refuses and one has moved: the worker records it with one tap, and both tasks end', async (kit) => {
  const { id, office } = await publish(kit, 'street.police', 'T28', (manifest) => {
    manifest.components.find(({ kind }) => kind === 'audience').criterion = { within: '320613002001001', by: 'resides-in' }
    manifest.components.find(({ kind }) => kind === 'visit').after = 0
    return manifest
  })
  const list = (query) => ask(office, 'GET', `/api/officer/tasks?application=${id}${query}`)
  await until('a call and a door', async () => (await list('&list=phone')).items.length > 0 && (await list('&list=door')).items.length > 0)
  const phone = await kit.device({ viewport: PHONE })
  const page = await phone.page()
  await page.goto('/field/')
  await page.locator('[data-login="grid.police"]').click()
  await page.locator('form button[type=submit]').click()
  await page.locator('nav.tabs').waitFor()
  const call = page.locator('li[data-task]:has([data-dial])')
  await call.waitFor()
  const refusing = await call.getAttribute('data-task')
  await call.locator('[data-outcome="refused"]').click()
  const outcome = async (task) => (await ask(phone, 'GET', `/api/officer/tasks/${task}`, undefined, { 'Hutong-App': 'field' })).task.outcome
  await until('the refusal is on the record', async () => (await outcome(refusing)) === 'refused')
  await page.locator('nav.tabs a').nth(1).click()
  const door = page.locator('[data-stop]').first()
  const gone = await door.locator('[data-task]').first().getAttribute('data-task')
  await door.locator('[data-other]').first().click()
  await kit.look(page, 'field-household-moved')
  await page.locator('dialog [data-outcome="moved"]').click()
  await page.locator('#moved-address').fill('听邻居说搬去南通市区')
  await kit.look(page, 'field-moved-where')
  await page.locator('dialog [data-take]').click()
  await until('the task ended', async () => (await outcome(gone)) === 'moved')
  const open = (await list('&open=true')).items.map((task) => task.id)
  assert.ok(!open.includes(refusing) && !open.includes(gone), 'nobody goes there again for it')

  // The office checks what was heard; it was wrong, and the task comes back.
  const person = (await ask(phone, 'GET', `/api/officer/tasks/${gone}`, undefined, { 'Hutong-App': 'field' })).task.person
  for (const viewport of [DESK, PHONE]) {
    const desk = await (await officerDevice(kit, 'street.police', { viewport })).page()
    await desk.goto('/officer/tasks')
    const report = desk.locator(`[data-report="${person}"]`)
    await report.waitFor()
    assert.match(await report.innerText(), /据说搬走[^]*听邻居说搬去南通市区/)
    await kit.look(desk, `officer-reports-${viewport.width}`)
    await report.locator('[data-check]').click()
    await desk.locator('dialog select').first().waitFor()
    await kit.look(desk, `officer-report-check-${viewport.width}`)
    if (viewport === PHONE) {
      await desk.locator('dialog [data-refuse]').click()
      await report.waitFor({ state: 'detached' })
    }
  }
  await until('it is open again', async () => !(await outcome(gone)))
})
