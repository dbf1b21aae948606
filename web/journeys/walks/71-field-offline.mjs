// In the field without a line: the app opens, a form with a photo is filled in over closing and opening again, and arrives once.
import assert from 'node:assert/strict'
import { DESK, PHONE } from '../lib/browser.mjs'
import { answerPage, forward, stepOf } from '../lib/form.mjs'
import { journey } from '../lib/journeys.mjs'
import { ask, officerDevice, publish } from '../lib/people.mjs'
import { until } from '../lib/until.mjs'

const T11 = { mobile: '13912345678', vaccinated: false, reasonNot: 'cannot-go', wish: 'at-home', allergy: '青霉素', contra: '无', doses: 2, lastDose: '2026-03', reaction: '无' }
const withPhoto = (manifest) => {
  manifest.components.find(({ kind }) => kind === 'visit').after = 0
  manifest.components.find(({ kind }) => kind === 'form').pages.push({
    id: 'proof', title: { zh: '照片', en: 'Photo' }, questions: [{ id: 'card', kind: 'file', accept: 'photo', required: true, label: { zh: '接种证的照片', en: 'Photo of the card' } }],
  })
  return manifest
}

async function photo(page) {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 2400
    canvas.height = 1600
    const pen = canvas.getContext('2d')
    pen.fillStyle = '#9cc3d5'
    pen.fillRect(0, 0, 2400, 1600)
    pen.fillStyle = '#6b4a3a'
    pen.fillRect(400, 300, 900, 700)
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1]
  })
  return { name: 'IMG_0007.JPG', mimeType: 'image/jpeg', buffer: Buffer.from(base64, 'base64') }
}

async function ready(kit, survey, viewport) {
  const phone = await kit.device({ viewport, allow: ['offline'] })
  const page = await phone.page()
  await page.goto('/field/')
  await page.locator('[data-login="grid.health"]').click()
  await page.locator('form button[type=submit]').click()
  await page.locator('nav.tabs').waitFor()
  await page.goto('/field/me')
  await page.locator('[data-along]').waitFor()
  await until('the files of the app', () => page.evaluate(() => navigator.serviceWorker.controller !== null))
  await kit.look(page, `field-along-${viewport.width}`)
  await page.goto('/field/doors')
  const link = page.locator(`a[data-fill][href*="${survey}"]`).first()
  await link.waitFor()
  const href = await link.getAttribute('href')
  // The first forms of a day come along by themselves, and whatever was opened stays: one that is far down a long list is opened once.
  await page.locator('a[data-fill="here"]').first().waitFor()
  if ((await link.getAttribute('data-fill')) !== 'here') {
    await link.click()
    await page.locator('form.player').waitFor()
    await page.goto('/field/doors')
  }
  await page.locator(`a[data-fill="here"][href="${href}"]`).waitFor()
  return { phone, page, href, person: /fill\/[^/]+\/[^/]+\/([^/?]+)/.exec(href)[1] }
}

async function fillIn(page, seen = async () => {}) {
  await page.locator('[data-forward]').waitFor()
  while ((await stepOf(page)) !== 'check') {
    const card = page.locator('[data-question="card"]')
    if (await card.count()) {
      await card.locator('[data-camera]').setInputFiles(await photo(page))
      await card.locator('[data-file]').waitFor()
      await until('the photo', async () => Boolean(await card.locator('[data-file]').getAttribute('data-file')))
    } else if ((await stepOf(page)) !== 'start') await answerPage(page, T11)
    await seen(page)
    await forward(page)
  }
}

async function submit(page) {
  await page.locator('[data-forward]').click()
  await page.locator('[data-submit]').click()
}

for (const viewport of [PHONE, DESK]) {
  journey(`without a line, the field app opens and a form with a photo arrives once (${viewport.width} px)`, async (kit) => {
    const { id: survey, office } = await publish(kit, 'street.health', 'T11', withPhoto)
    await until('tasks for the grid', async () => (await ask(office, 'GET', `/api/officer/tasks?application=${survey}&region=320613002001001`)).items.some(({ list }) => list === 'door'))
    const arrived = async () => (await ask(office, 'GET', `/api/applications/${survey}/submissions`)).items
    const opened = await ready(kit, survey, viewport)
    const { phone, href, person } = opened
    let page = opened.page

    await phone.context.setOffline(true)
    await page.reload()
    await page.locator('[data-as-of]').waitFor()
    assert.match(await page.locator('[data-as-of]').innerText(), /没有信号，这是.*的名单/)
    await kit.look(page, `field-doors-offline-${viewport.width}`)
    await page.locator(`a[data-fill][href="${href}"]`).click()
    await fillIn(page)
    assert.ok(await page.locator('[data-kept]').isVisible(), 'says that it is kept')
    await kit.look(page, `field-check-offline-${viewport.width}`, { full: true })

    // Closed and opened again, still without a line: everything typed and the photo are there.
    await page.close()
    page = await phone.page()
    await page.goto(href)
    await page.locator('form.player').waitFor()
    assert.equal(await stepOf(page), 'check', 'goes on where it was left')
    assert.match(await page.locator('form.player').innerText(), /青霉素/)
    await until('the photo', () => page.locator('img.thumb').evaluateAll((all) => all.some((one) => one.naturalWidth > 0)))
    await submit(page)
    await page.locator('[data-waits]').waitFor()
    await kit.look(page, `field-waits-${viewport.width}`)
    await page.locator('[data-next]').click()
    await page.locator('[data-unsent]').waitFor()
    assert.match(await page.locator('[data-unsent]').innerText(), /没有信号/, 'nothing is being sent')
    await page.locator('nav.tabs a').nth(2).click()
    assert.match(await page.locator('[data-filled=""]').innerText(), /还没送出/)
    await page.locator('nav.tabs a').nth(1).click()
    await page.locator('h1').waitFor()
    assert.equal(await page.locator(`a[data-fill][href="${href}"]`).count(), 0, 'nobody has to be visited again')
    assert.equal((await arrived()).length, 0, 'the server knows nothing of it yet')

    // The line is back, and the first answer is lost on the way: it is sent again and taken once.
    let sent = 0
    await page.route(/\/submissions\?/, async (route) => {
      sent++
      const answer = await route.fetch()
      if (sent === 1) await route.abort('internetdisconnected')
      else await route.fulfill({ response: answer })
    })
    await phone.context.setOffline(false)
    await until('the first attempt', () => sent === 1, { within: 45_000 })
    await page.locator('[data-unsent] button').click()
    await kit.look(page, `field-unsent-${viewport.width}`)
    await until('the second attempt', async () => {
      if (sent === 1) await page.locator('dialog .btn-primary').click({ timeout: 1000 }).catch(() => undefined)
      return sent === 2
    })
    await until('nothing waits', async () => (await page.locator('[data-unsent]').count()) === 0)
    const all = await arrived()
    assert.equal(all.length, 1, 'it arrived once')
    assert.equal(all[0].person, person)
    assert.equal(all[0].files.length, 1, 'with its photo')

    const desk = await (await officerDevice(kit, 'street.health', { viewport: DESK })).page()
    await desk.goto(`/officer/applications/${survey}/submissions`)
    await desk.locator('[data-file]').waitFor()
    await kit.look(desk, `officer-offline-submission-${viewport.width}`)
    await desk.locator('[data-file]').click()
    await until('the photo at the desk', () => desk.locator('dialog img').evaluateAll((images) => images.some((one) => one.naturalWidth > 0)))
  })
}

journey('after a reload without a line the phone finds out by itself that it is back, sends, and each record of the day can be taken back', async (kit) => {
  const { id: survey, office } = await publish(kit, 'street.health', 'T11', withPhoto)
  await until('tasks for the grid', async () => (await ask(office, 'GET', `/api/officer/tasks?application=${survey}&region=320613002001001`)).items.some(({ list }) => list === 'door'))
  const { phone, page } = await ready(kit, survey, PHONE)
  const stands = (id) => ask(phone, 'GET', `/api/officer/tasks/${id}`, undefined, { 'Hutong-App': 'field' })
  // A phone that never says that it is online again.
  await page.addInitScript(() => window.addEventListener('online', (event) => event.stopImmediatePropagation(), true))
  await phone.context.setOffline(true)
  await page.reload()
  await page.locator('[data-as-of]').waitFor()
  const stop = page.locator('[data-stop]').first()
  const behind = await stop.locator('[data-task]').evaluateAll((all) => all.map((one) => one.dataset.task))
  await stop.locator('[data-outcome="nobody-there"]').click()
  await page.locator('[data-last]').waitFor()
  await page.locator('[data-look]').click()
  await until('it says that there is still none', async () => /还是没有信号/.test(await page.locator('[data-as-of]').innerText()))
  await kit.look(page, 'field-still-no-line')
  await page.reload()
  await page.locator('[data-unsent]').waitFor()
  await phone.context.setOffline(false)
  await until('the list is of now', async () => (await page.locator('[data-as-of]').count()) === 0, { within: 45_000 })
  await until('nothing waits', async () => (await page.locator('[data-unsent]').count()) === 0)
  assert.deepEqual(await Promise.all(behind.map(async (id) => (await stands(id)).task.nobodyThere)), behind.map(() => 1))
  assert.match(await page.locator('[data-stop]').first().innerText(), /去过 1 次没人在/)

  // Another record, then the one before it is taken back.
  await page.locator('[data-stop]').nth(1).locator('[data-outcome="nobody-there"]').click()
  await page.locator('[data-last]').waitFor()
  await page.goto('/field/me')
  await page.locator('[data-done]').nth(1).waitFor()
  await kit.look(page, 'field-done-today')
  await page.locator('[data-done]').nth(1).locator('button').click()
  await until('it is taken back', async () => (await Promise.all(behind.map(async (id) => (await stands(id)).task.nobodyThere))).every((times) => times === 0))
  await until('only the other is left', async () => (await page.locator('[data-done]').count()) === 1)
})

journey('what the server refuses of work done without a line comes back with everything typed', async (kit) => {
  const { id: survey, office } = await publish(kit, 'street.health', 'T11', withPhoto)
  await until('tasks for the grid', async () => (await ask(office, 'GET', `/api/officer/tasks?application=${survey}&region=320613002001001`)).items.some(({ list }) => list === 'door'))
  const { phone, page, href } = await ready(kit, survey, PHONE)
  await phone.context.setOffline(true)
  await page.locator(`a[data-fill][href="${href}"]`).click()
  await fillIn(page)
  await submit(page)
  await page.locator('[data-waits]').waitFor()

  // Meanwhile the form has a new version.
  const now = await ask(office, 'GET', `/api/applications/${survey}`)
  const draft = now.draft ?? structuredClone(now.published)
  draft.components.find(({ kind }) => kind === 'form').pages.at(-1).questions[0].label.zh = '接种证第一页的照片'
  await ask(office, 'PUT', `/api/applications/${survey}/draft`, draft, { 'if-match': `"${now.revision}"` })
  await ask(office, 'POST', `/api/applications/${survey}/publish`)

  await phone.context.setOffline(false)
  await until('it came back', async () => (await page.locator('[data-unsent].bad').count()) === 1, { within: 45_000 })
  await page.locator('[data-unsent] button').click()
  await page.locator('[data-mend]').waitFor()
  await kit.look(page, 'field-refused-360')
  await page.locator('[data-mend]').click()
  await page.locator('form.player').waitFor()
  await until('the new version', async () => (await stepOf(page)) === 'start')
  await kit.look(page, 'field-carried-360')
  while ((await stepOf(page)) !== 'check') await forward(page)
  assert.match(await page.locator('form.player').innerText(), /青霉素/)
  assert.match(await page.locator('form.player').innerText(), /接种证第一页的照片/)
  await submit(page)
  await page.locator('[data-receipt]').waitFor()
  assert.equal((await ask(office, 'GET', `/api/applications/${survey}/submissions`)).items.length, 1)
})

journey('signing out leaves nothing of the day on the phone', async (kit) => {
  const { id: survey, office } = await publish(kit, 'street.health', 'T11', withPhoto)
  await until('tasks for the grid', async () => (await ask(office, 'GET', `/api/officer/tasks?application=${survey}&region=320613002001001`)).items.some(({ list }) => list === 'door'))
  const { phone, page } = await ready(kit, survey, PHONE)
  const kept = () => page.evaluate(() => new Promise((resolve) => {
    const opening = indexedDB.open('hutong-field', 1)
    opening.onsuccess = () => {
      const asking = opening.result.transaction('values').objectStore('values').getAllKeys()
      asking.onsuccess = () => resolve(asking.result.map((name) => name.split('|')[0]))
    }
  }))
  assert.ok((await kept()).includes('form') && (await kept()).includes('today'), 'the day is taken along')
  const cached = await page.evaluate(async () => (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)))).flat())
  assert.ok(cached.length > 5 && cached.every((path) => /^\/field\/(assets\/|index\.html|icon\.svg)/.test(path)), 'nothing but the files of the app is cached')
  await page.goto('/field/me')
  await page.locator('[data-sign-out]').click()
  await page.locator('#login').waitFor()
  assert.deepEqual((await kept()).filter((name) => ['form', 'today', 'session', 'work', 'photo'].includes(name)), [])
  await phone.context.setOffline(true)
  await page.goto('/field/doors')
  await page.locator('#login').waitFor()
})
