// Families: a mother answers for her child, a son acts for his old mother under a mandate and loses it, an adult sees no other adult's data.
import assert from 'node:assert/strict'
import { DESK, PHONE } from '../lib/browser.mjs'
import { answerAll, forward } from '../lib/form.mjs'
import { journey } from '../lib/journeys.mjs'
import { ask, persona, publish, residentDevice, signInResident } from '../lib/people.mjs'
import { until } from '../lib/until.mjs'

const NOT_YET = { vaccinated: false, reasonNot: 'other', reasonOther: '最近一直在外地照看孙子', wish: 'nearby', allergy: '海鲜', contra: '无', mobile: '15400000004' }

async function answer(page, { application, form }, ward) {
  await page.goto(`/resident/form/${application}/${form}?for=${ward}`)
  await page.locator('[data-asked]').waitFor()
  await forward(page)
  await answerAll(page, NOT_YET)
  await page.locator('[data-forward]').click()
  await page.locator('[data-receipt]').waitFor()
}

const refused = async (device, path) => (await device.context.request.fetch(path)).status()

journey('a mother answers for her child, and reads it again', async (kit) => {
  const { id } = await publish(kit, 'street.health', 'T11', (manifest) => {
    manifest.components.find((component) => component.kind === 'audience').criterion = { element: 'person.age', op: '<', value: 18 }
    return manifest
  })
  const device = await residentDevice(kit, 'mother')
  const page = await device.page()
  await page.goto('/resident/')
  const { wards } = await ask(device, 'GET', '/api/resident/home')
  assert.equal(wards.length, 1)
  await page.locator(`[id="ward-${wards[0].subject}"]`).waitFor()
  await kit.look(page, 'resident-for-child', { full: true })
  await answer(page, wards[0].asks.find((each) => each.application === id), wards[0].subject)
  const [row] = await ask(device, 'GET', `/api/resident/submissions?for=${wards[0].subject}`)
  assert.equal(row.by.means, 'family')
})

journey('a mother looks at what is held of her child, and takes a copy of it', async (kit) => {
  const device = await residentDevice(kit, 'mother')
  const page = await device.page()
  const [child] = await ask(device, 'GET', '/api/resident/wards')
  await page.goto('/resident/me')
  await page.locator(`li[data-ward="${child.subject}"] a`).waitFor()
  await kit.look(page, 'resident-me-with-child', { full: true })
  await page.locator(`li[data-ward="${child.subject}"] a`).click()
  const name = page.locator('[data-element="person.name"] .value')
  await until('the data of the child', async () => (await name.count()) > 0 && (await name.innerText()) === child.name)
  await kit.look(page, 'resident-child-data', { full: true })
  for (const format of ['xlsx', 'csv']) {
    const [file] = await Promise.all([page.waitForEvent('download'), page.locator(`[data-copy="${format}"]`).click()])
    assert.match(file.suggestedFilename(), new RegExp(`^${child.name}的数据-.*\\.${format}$`))
  }
  await page.locator('[data-copy]').first().scrollIntoViewIfNeeded()
  await kit.look(page, 'resident-child-data-copied')
  // Back to her own, by one tap, and the child's name is gone from the page.
  await page.locator('[data-whose] a').first().click()
  await until('her own data', async () => (await name.count()) > 0 && (await name.innerText()) !== child.name)
  await page.setViewportSize(DESK)
  await page.goto(`/resident/me/data?for=${child.subject}`)
  await name.waitFor()
  await kit.look(page, 'resident-child-data-desk', { full: true })
  await page.goto(`/resident/me/submissions?for=${child.subject}`)
  await page.locator('main ul, main .empty').first().waitFor()
  await kit.look(page, 'resident-child-submissions-desk')
  const father = await persona(kit.origin, 'father')
  assert.equal((await ask(device, 'GET', '/api/resident/wards')).some((each) => each.name === father.name), false, 'no adult of the household is among them')
  assert.equal(await refused(device, `/api/resident/data/sheet?for=${(await ask(await residentDevice(kit, 'father'), 'GET', '/api/resident/session')).subject}`), 404)
})

journey('a son acts for his old mother under a mandate, she is told, and ends it', async (kit) => {
  const { id } = await publish(kit, 'street.health', 'T11')
  const son = await persona(kit.origin, 'agent')
  const mother = await residentDevice(kit, 'alone')
  const page = await mother.page()
  await page.goto('/resident/me')
  await kit.look(page, 'resident-me')
  await page.goto('/resident/me/mandates')
  await page.locator('[data-give]').click()
  await page.locator('#agent-name').fill(son.name)
  await page.locator('#agent-phone').fill(son.phone)
  await page.locator('#agent-reason').fill('眼睛不好，儿子代填')
  await kit.look(page, 'resident-give-mandate')
  await page.locator('[data-send-mandate]').click()
  await page.locator('[data-side=given][data-mandate=offered]').waitFor()
  await kit.look(page, 'resident-mandate-offered')

  // He signs in anew with the phone she wrote: only then is it offered to him.
  const phone = await kit.device({ allow: [404] })
  const his = await phone.page()
  await signInResident(his, son)
  await his.goto('/resident/me/mandates')
  await his.locator('[data-accept]').waitFor()
  await kit.look(his, 'resident-mandate-to-accept')
  await his.locator('[data-accept]').click()
  await his.locator('[data-side=received][data-mandate=in-force]').waitFor()
  await his.goto('/resident/')
  const { wards } = await ask(phone, 'GET', '/api/resident/home')
  const ward = wards.find((each) => each.agent)
  await his.locator(`[id="ward-${ward.subject}"]`).waitFor()
  await kit.look(his, 'resident-for-mother', { full: true })
  await answer(his, ward.asks.find((each) => each.application === id), ward.subject)

  await page.goto('/resident/messages')
  await page.locator('text=沈建华替您办了一件事').first().waitFor()
  await kit.look(page, 'resident-told-of-agent')
  const [row] = await ask(mother, 'GET', '/api/resident/submissions')
  assert.equal(row.by.name, son.name)
  await page.goto(`/resident/me/submissions/${row.id}`)
  await page.locator('[data-by]').waitFor()
  await kit.look(page, 'resident-receipt-by-agent')

  assert.equal(await refused(phone, `/api/resident/data?for=${ward.subject}`), 200)
  await page.goto('/resident/me/mandates')
  await page.locator('[data-mandate=in-force] summary').click()
  await kit.look(page, 'resident-mandate-acts')
  await page.locator('[data-end]').first().click()
  await page.locator('[data-end-now]').click()
  await page.locator('[data-side=given][data-mandate=ended]').waitFor()
  assert.equal(await refused(phone, `/api/resident/data?for=${ward.subject}`), 404, 'the next request is refused')
  await page.setViewportSize(DESK)
  await kit.look(page, 'resident-mandates-desk')
  await page.setViewportSize(PHONE)
})

journey('of the own household one sees names and relations, and of another adult nothing', async (kit) => {
  const wife = await residentDevice(kit, 'mother')
  const husband = await persona(kit.origin, 'father')
  const page = await wife.page()
  await page.goto('/resident/me/family')
  await page.locator(`[data-member="${husband.name}"]`).first().waitFor()
  await kit.look(page, 'resident-family')
  await page.setViewportSize(DESK)
  await kit.look(page, 'resident-family-desk')
  const his = await residentDevice(kit, 'father')
  const { subject } = await ask(his, 'GET', '/api/resident/session')
  for (const path of ['/api/resident/home', '/api/resident/data', '/api/resident/households', '/api/resident/submissions', '/api/resident/mandates']) {
    const text = await (await wife.context.request.fetch(path)).text()
    for (const marker of [husband.phone, husband.idNumber, subject]) assert.ok(!text.includes(marker), `${path} shows what is only his`)
  }
  assert.equal(await refused(wife, `/api/resident/data?for=${subject}`), 404)
})
