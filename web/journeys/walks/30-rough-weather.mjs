// What goes wrong while somebody fills a form: in each case a clear answer, and the typing is still there.
import assert from 'node:assert/strict'
import { answerAll, forward, stepOf } from '../lib/form.mjs'
import { journey } from '../lib/journeys.mjs'
import { ask, persona, publish, residentDevice, signInResident } from '../lib/people.mjs'
import { until } from '../lib/until.mjs'

const NOT_YET = { vaccinated: false, reasonNot: 'other', reasonOther: '最近一直在外地照看孙子', wish: 'nearby', allergy: '海鲜', contra: '无' }
const reason = (page) => page.locator('[data-question="reasonOther"] textarea')

/** Opens a survey of its own for one person and answers up to the page on which the reason is typed. */
async function halfway(kit, key, options) {
  const { id } = await publish(kit, 'street.health', 'T11')
  const device = await residentDevice(kit, key, options)
  const page = await device.page()
  await page.goto(`/resident/form/${id}/ask`)
  await page.locator('[data-asked]').waitFor()
  await forward(page)
  while ((await stepOf(page)) !== 'dose') {
    for (const button of await page.locator('[data-confirm-it]').all()) await button.click()
    await forward(page)
  }
  await page.locator('[data-question="vaccinated"] [data-value="false"]').click()
  await page.locator('[data-question="reasonNot"] [data-value="other"]').click()
  await reason(page).fill(NOT_YET.reasonOther)
  await page.locator('[data-question="wish"] [data-value="nearby"]').click()
  return { id, device, page }
}

async function finish(page) {
  await answerAll(page, NOT_YET)
  await page.locator('[data-forward]').click()
  await page.locator('[data-receipt]').waitFor()
}

const saved = (page) => page.locator('[data-saved="server"]').waitFor()

/** A device of its own for a person who signs in anew, so that other journeys keep their session. */
async function signedInAfresh(kit, key, id) {
  const device = await kit.device()
  const page = await device.page()
  await signInResident(page, await persona(kit.origin, key))
  await page.goto(`/resident/form/${id}/ask`)
  await page.locator('[data-asked]').waitFor()
  return { device, page }
}

journey('a session that expires in the middle of a form: sign in again, the typing is there', async (kit) => {
  const { id } = await publish(kit, 'street.health', 'T11')
  const { device, page } = await signedInAfresh(kit, 'rare', id)
  await forward(page)
  while ((await stepOf(page)) !== 'dose') {
    for (const button of await page.locator('[data-confirm-it]').all()) await button.click()
    await forward(page)
  }
  await page.locator('[data-question="vaccinated"] [data-value="false"]').click()
  await saved(page)

  await ask(device, 'DELETE', '/api/resident/session')
  await page.locator('[data-question="reasonNot"] [data-value="other"]').click()
  await reason(page).fill(NOT_YET.reasonOther)
  await page.locator('[data-expired]').waitFor()
  assert.equal(await reason(page).inputValue(), NOT_YET.reasonOther, 'nothing is taken away when the session is over')
  await kit.look(page, 'resident-expired')

  await page.locator('[data-expired] a').click()
  await page.locator('[data-send-code]').waitFor()
  await kit.look(page, 'resident-sign-in-again')
  await signInResident(page, await persona(kit.origin, 'rare'))
  await reason(page).waitFor()
  assert.equal(await reason(page).inputValue(), NOT_YET.reasonOther, 'what was typed after the expiry is there')
  await saved(page)
  await page.reload()
  await reason(page).waitFor()
  assert.equal(await reason(page).inputValue(), NOT_YET.reasonOther, 'and is still there after a reload')
  await finish(page)
})

journey('somebody else who signs in on the same phone sees nothing of the typing', async (kit) => {
  const { id } = await publish(kit, 'street.health', 'T11')
  const { device, page } = await signedInAfresh(kit, 'contested', id)
  await forward(page)
  while ((await stepOf(page)) !== 'dose') {
    for (const button of await page.locator('[data-confirm-it]').all()) await button.click()
    await forward(page)
  }
  await page.locator('[data-question="vaccinated"] [data-value="false"]').click()
  await page.locator('[data-question="reasonNot"] [data-value="other"]').click()
  await reason(page).fill(NOT_YET.reasonOther)
  await ask(device, 'DELETE', '/api/resident/session')
  await page.reload()
  await page.locator('[data-send-code]').waitFor()
  await signInResident(page, await persona(kit.origin, 'shared'))
  await page.locator('[data-question="vaccinated"]').waitFor()
  assert.equal(await page.locator('[data-value] input:checked').count(), 0)
  const body = await page.locator('main').innerText()
  assert.ok(!body.includes(NOT_YET.reasonOther))
  const stored = await page.evaluate(async () => {
    const opening = indexedDB.open('hutong-resident')
    const database = await new Promise((done) => (opening.onsuccess = () => done(opening.result)))
    const all = database.transaction('typing').objectStore('typing').getAll()
    const rows = await new Promise((done) => (all.onsuccess = () => done(all.result)))
    return rows.map((row) => new TextDecoder('utf-8').decode(row.data)).join() + JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage })
  })
  assert.ok(stored.length > 10, 'the typing is kept on the device')
  assert.ok(!stored.includes(NOT_YET.reasonOther), 'but not so that it can be read')
})

journey('two windows show the same typing, and one receipt', async (kit) => {
  const { device, page } = await halfway(kit, 'old')
  await saved(page)
  const second = await device.page()
  await second.goto(page.url())
  await reason(second).waitFor()
  assert.equal(await reason(second).inputValue(), NOT_YET.reasonOther, 'the second window begins with what the first has')
  await reason(second).fill(`${NOT_YET.reasonOther}，月底回来`)
  await until('the first window to follow the second', async () => (await reason(page).inputValue()) === `${NOT_YET.reasonOther}，月底回来`)
  await page.locator('[data-question="wish"] [data-value="later"]').click()
  await until('the second window to follow the first', async () => second.locator('[data-question="wish"] [data-value="later"] input').isChecked())
  await finish(page)
  await second.locator('.callout a').first().waitFor()
  await kit.look(second, 'resident-second-window')
  await second.locator('.callout a').first().click()
  await second.locator('[data-receipt]').waitFor()
  assert.equal(await second.locator('[data-receipt]').innerText(), await page.locator('[data-receipt]').innerText())
})

journey('typing on two devices is put together, and a question changed on both is left to the person', async (kit) => {
  const { id, page } = await halfway(kit, 'tenant')
  await saved(page)
  const other = await residentDevice(kit, 'tenant')
  const there = await other.page()
  await there.goto(`/resident/form/${id}/ask?step=dose`)
  await reason(there).waitFor()
  await there.locator('[data-question="wish"] [data-value="at-home"]').click()
  await saved(there)
  await reason(page).fill('在外地')
  await until('this device to take over the other one’s answer', async () => page.locator('[data-question="wish"] [data-value="at-home"] input').isChecked())
  await saved(page)

  await reason(there).fill('在亲戚家')
  await there.locator('[data-rival]').waitFor()
  await kit.look(there, 'resident-two-devices')
  assert.equal(await reason(there).inputValue(), '在亲戚家')
  await there.locator('[data-rival] button').nth(1).click()
  await until('the other device’s answer', async () => (await reason(there).inputValue()) === '在外地')
})

journey('a connection lost at submission: said clearly, and sent again without a double', async (kit) => {
  const { id, device, page } = await halfway(kit, 'apart', { allow: ['offline'] })
  await saved(page)
  await answerAll(page, NOT_YET)
  await saved(page)

  await device.context.setOffline(true)
  await page.locator('[data-forward]').click()
  await page.locator('[data-lost]').waitFor()
  await kit.look(page, 'resident-offline')
  assert.ok((await page.locator('[data-answer="reasonOther"]').innerText()).includes(NOT_YET.reasonOther), 'the typing is still there')
  await device.context.setOffline(false)

  // This time the server takes it and the answer is lost on the way back.
  let first
  await page.route('**/submissions', async (route) => {
    const response = await route.fetch()
    first = await response.json()
    await route.abort('connectionreset')
  }, { times: 1 })
  await page.locator('[data-forward]').click()
  await until('the lost answer', async () => first)
  await page.locator('[data-lost]').waitFor()
  await page.locator('[data-forward]:enabled').click()
  await page.locator('[data-receipt]').waitFor()
  assert.equal((await page.locator('[data-receipt]').innerText()).trim(), first.receipt, 'the same receipt')
  const mine = (await ask(device, 'GET', '/api/resident/submissions')).filter((each) => each.application === id)
  assert.equal(mine.length, 1, 'one submission')
})

journey('a reload after a lost answer sends with the same key', async (kit) => {
  const { device, id, page } = await halfway(kit, 'shared-wife', { allow: ['offline'] })
  await answerAll(page, NOT_YET)
  await saved(page)
  const keys = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/submissions')) keys.push(request.headers()['idempotency-key'])
  })
  await page.route('**/submissions', (route) => route.abort('connectionreset'), { times: 1 })
  await page.locator('[data-forward]').click()
  await page.locator('[data-lost]').waitFor()
  await page.reload()
  await page.locator('[data-forward]').waitFor()
  await page.locator('[data-forward]').click()
  await page.locator('[data-receipt]').waitFor()
  assert.equal(keys.length, 2)
  assert.equal(keys[0], keys[1])
  assert.equal((await ask(device, 'GET', '/api/resident/submissions')).filter((each) => each.application === id).length, 1)
})

journey('a value that somebody changed meanwhile is shown, and the person chooses', async (kit) => {
  const { id: another } = await publish(kit, 'street.health', 'T11')
  const { device, page } = await halfway(kit, 'daughter')
  await answerAll(page, NOT_YET)
  await saved(page)

  const { version, states } = await ask(device, 'GET', `/api/resident/forms/${another}/ask`)
  const confirmed = Object.keys(states).filter((id) => states[id].state === 'heldOld' && id !== 'address')
  const seen = Object.fromEntries(Object.entries(states).flatMap(([id, { seen }]) => (seen ? [[id, seen]] : [])))
  const answers = { address: '濠阳新村 9 幢 1 单元 203 室', vaccinated: true, doses: 2, lastDose: '2026-03', allergy: '无' }
  await ask(device, 'POST', `/api/resident/forms/${another}/ask/submissions`, { version, answers, confirmed, seen }, { 'idempotency-key': crypto.randomUUID() })

  await page.locator('[data-forward]').click()
  await page.locator('[data-conflict]').first().waitFor()
  await kit.look(page, 'resident-conflict')
  const changed = await page.locator('[data-conflict]').evaluateAll((all) => all.map((each) => each.dataset.conflict))
  assert.ok(changed.includes('address'), `the address is among ${changed}`)
  assert.ok((await page.locator('[data-conflict="address"]').innerText()).includes('203'), 'the new value is shown')
  assert.ok((await page.locator('[data-answer="reasonOther"]').innerText()).includes(NOT_YET.reasonOther), 'the typing is still there')
  for (const conflict of changed) await page.locator(`[data-conflict="${conflict}"] input`).first().check()
  await page.locator('[data-forward]').click()
  await page.locator('[data-receipt]').waitFor()
})

journey('a new version of a form takes the typing along', async (kit) => {
  const { id, office } = await publish(kit, 'street.health', 'T11')
  const device = await residentDevice(kit, 'rare')
  const page = await device.page()
  await page.goto(`/resident/form/${id}/ask`)
  await page.locator('[data-asked]').waitFor()
  await forward(page)
  await answerAll(page, NOT_YET)
  await saved(page)

  const now = await ask(office, 'GET', `/api/applications/${id}`)
  const manifest = now.draft ?? structuredClone(now.published)
  const form = manifest.components.find((component) => component.kind === 'form')
  form.pages.find((each) => each.id === 'dose').questions.push({ id: 'who', kind: 'text', label: { zh: '方便联系的家人姓名', en: 'A relative to call' }, required: false, maxLength: 50 })
  await ask(office, 'PUT', `/api/applications/${id}/draft`, manifest, { 'if-match': `"${now.revision}"` })
  await ask(office, 'POST', `/api/applications/${id}/publish`)

  await page.locator('[data-forward]').click()
  await page.locator('[data-step="start"]').waitFor()
  await kit.look(page, 'resident-new-version')
  await forward(page)
  while ((await stepOf(page)) !== 'check') {
    if ((await stepOf(page)) === 'dose') assert.equal(await reason(page).inputValue(), NOT_YET.reasonOther)
    await forward(page)
  }
  await page.locator('[data-forward]').click()
  await page.locator('[data-receipt]').waitFor()
})

journey('an answer that is missing or wrong is named at the question and in a summary with links', async (kit) => {
  const { id } = await publish(kit, 'street.health', 'T11')
  const device = await residentDevice(kit, 'shared')
  const page = await device.page()
  await page.goto(`/resident/form/${id}/ask?step=dose`)
  await page.locator('[data-question="vaccinated"]').waitFor()
  await page.locator('[data-question="vaccinated"] [data-value="true"]').click()
  await page.locator('[data-question="doses"] input').fill('很多')
  await page.locator('[data-forward]').click()
  const summary = page.locator('.summary')
  await summary.waitFor()
  assert.equal(await page.evaluate(() => document.activeElement?.classList.contains('summary')), true, 'the summary has the focus')
  await kit.look(page, 'resident-errors')
  await summary.locator('a').first().click()
  assert.equal(await page.evaluate(() => document.activeElement?.closest('[data-question]')?.dataset.question), 'doses', 'its link leads into the question')
  assert.equal(await page.locator('[data-question="doses"] input').inputValue(), '很多', 'the typing is still there')
  await page.locator('[data-question="doses"] input').fill('２')
  await page.locator('#q-lastDose').fill('2026')
  await page.locator('[data-forward]').click()
  await until('the next topic', async () => (await stepOf(page)) !== 'dose')
})
