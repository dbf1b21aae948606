// What comes back every year: disabled residents' needs, confirmed in one tap, and the update of resident information, each adult for himself.
import assert from 'node:assert/strict'
import { DESK, PHONE } from '../lib/browser.mjs'
import { answerAll, forward } from '../lib/form.mjs'
import { journey } from '../lib/journeys.mjs'
import { ask, officerDevice, persona, publish, residentDevice } from '../lib/people.mjs'
import { until } from '../lib/until.mjs'

journey('last year\'s needs are still the same: one tap from the form to the receipt', async (kit) => {
  const { id } = await publish(kit, 'street.disabled', 'T08')
  const device = await residentDevice(kit, 'disabled')
  const page = await device.page()
  await page.goto(`/resident/form/${id}/ask`)
  await page.locator('[data-unchanged]').waitFor()
  const old = await page.locator('[data-old]').evaluateAll((all) => all.map((each) => each.dataset.old))
  assert.deepEqual(old.sort(), ['aidDevice', 'barrierFree', 'details', 'job', 'rehabilitation'])
  assert.ok((await page.locator('[data-old="details"]').innerText()).includes('卫生间装扶手'))
  await kit.look(page, 'resident-unchanged', { keep: true })
  await page.locator('[data-unchanged]').click()
  await page.locator('[data-receipt]').waitFor()
  const [made] = (await ask(device, 'GET', '/api/resident/submissions')).filter((each) => each.application === id || each.title.zh.startsWith('残疾人'))
  const detail = await ask(device, 'GET', `/api/resident/submissions/${made.id}`)
  assert.equal(detail.confirmed, 5)
  assert.equal(detail.asked, 0)
})

journey('of last year\'s needs one has changed: only that is typed', async (kit) => {
  const { id } = await publish(kit, 'street.disabled', 'T08', (manifest) => ({ ...manifest, title: { zh: '需求再登记', en: 'Needs, once more' } }))
  const device = await residentDevice(kit, 'disabled', { viewport: DESK })
  const page = await device.page()
  await page.goto(`/resident/form/${id}/ask`)
  await page.locator('[data-asked]').waitFor()
  assert.equal(await page.locator('[data-asked]').getAttribute('data-asked'), '0', 'what was confirmed for the first is not asked for the second')
  await kit.look(page, 'resident-nothing-asked-desk')
})

journey('everybody of a household sees and answers for himself; a mother for her child, a newcomer without being on file', async (kit) => {
  const { id, office } = await publish(kit, 'street.police', 'T28')
  const father = await persona(kit.origin, 'father')
  const mother = await persona(kit.origin, 'mother')
  const device = await residentDevice(kit, 'mother')
  const opened = JSON.stringify(await ask(device, 'GET', `/api/resident/forms/${id}/ask`))
  for (const secret of [father.idNumber, father.phone, father.name]) assert.ok(!opened.includes(secret), 'nothing of another adult')
  assert.ok(opened.includes(mother.name))

  const page = await device.page()
  await page.goto(`/resident/form/${id}/ask`)
  await page.locator('[data-asked]').waitFor()
  await kit.look(page, 'resident-household', { keep: true })
  await forward(page)
  const own = { employment: '13', addressSince: '2019-05-01', inflowReason: '1', employer: '第二小学', education: '61', marital: '21', joined: false, left: false, mobile: '15400000004', sex: '2', birthDate: '1988-11-05' }
  await answerAll(page, own)
  await page.locator('[data-forward]').click()
  await page.locator('[data-receipt]').waitFor()

  const home = await ask(device, 'GET', '/api/resident/home')
  const child = home.wards.find((ward) => ward.asks.some((each) => each.application === id))
  assert.ok(child, 'the child is among those she answers for')
  await page.goto(`/resident/form/${id}/ask?for=${child.subject}`)
  await page.locator('[data-asked]').waitFor()
  await forward(page)
  const asked = await answerAll(page, { ...own, mobile: '', sex: '1' })
  assert.ok(!asked.includes('employment') && !asked.includes('joined'), 'a child is not asked for work, nor for the household')
  await page.locator('[data-forward]').click()
  await page.locator('[data-receipt]').waitFor()

  // Somebody who rents and is on no file begins with name and phone, and tells of the flatmate by name alone.
  const tenant = await kit.device({ viewport: PHONE })
  const { name, phone } = await persona(kit.origin, 'newcomer')
  await ask(tenant, 'POST', '/api/resident/codes', { phone })
  const code = await until('the code in the message box', async () => /\d{6}/.exec((await ask(tenant, 'POST', '/api/demo/messages', { phone }))[0]?.text ?? '')?.[0])
  await ask(tenant, 'POST', '/api/resident/session', { name, phone, code, region: '320613002008' })
  const there = await tenant.page()
  await there.goto(`/resident/form/${id}/ask`)
  await there.locator('[data-forward]').waitFor()
  await until('the newcomer is counted among those addressed', async () => (await ask(tenant, 'GET', '/api/resident/home')).asks.some((each) => each.application === id))
  await kit.look(there, 'resident-household-newcomer')

  const board = await ask(office, 'GET', `/api/applications/${id}/board`)
  assert.equal(board.done, 2)
  const sheet = await (await office.context.request.fetch(`/api/applications/${id}/submissions/sheet?format=csv`)).text()
  assert.ok(sheet.includes(mother.name) && !sheet.includes(father.name), 'the sheet has those who answered')
  const desk = await (await officerDevice(kit, 'street.police')).page()
  await desk.goto(`/officer/applications/${id}/progress`)
  await desk.locator('[data-board="sentence"]').waitFor()
  await desk.locator('[data-export] button, button[data-export], .export button').first().click()
  await desk.locator('[data-format="xlsx"]').first().waitFor()
  await kit.look(desk, 'officer-export', { keep: true })
  const [file] = await Promise.all([desk.waitForEvent('download'), desk.locator('[data-format="csv"]').first().click()])
  assert.match(file.suggestedFilename(), /^实有人口信息更新-进度-.*\.csv$/)
})
