// Every page of the resident's app, at both sizes, in both languages, light and dark, and in large print.
import assert from 'node:assert/strict'
import { DESK, PHONE } from '../lib/browser.mjs'
import { answerAll, forward, stepOf } from '../lib/form.mjs'
import { journey } from '../lib/journeys.mjs'
import { ask, persona, publish, residentDevice } from '../lib/people.mjs'
import { until } from '../lib/until.mjs'

const PAGES = [
  ['home', '/resident/', 'main h1'],
  ['messages', '/resident/messages', 'main h1'],
  ['me', '/resident/me', '#settings'],
  ['data', '/resident/me/data', 'main section, main .empty'],
  ['submissions', '/resident/me/submissions', 'main ul, main .empty'],
  ['nowhere', '/resident/no-such-page', '[role=alert]'],
]

for (const [size, viewport] of [['phone', PHONE], ['desk', DESK]]) {
  for (const [lang, theme] of [['zh', 'light'], ['en', 'dark']]) {
    journey(`the resident's pages on a ${size} in ${lang}, ${theme}`, async (kit) => {
      const device = await residentDevice(kit, 'agent', { viewport, lang, theme })
      const page = await device.page()
      for (const [name, path, there] of PAGES) {
        await page.goto(path)
        await page.locator(there).first().waitFor()
        await until('the page to be filled', async () => (await page.locator('[aria-busy]').count()) === 0)
        if (name === 'messages' && (await page.locator('main li button').count())) await page.locator('main li button').first().click()
        await kit.look(page, `resident-${name}-${size}-${lang}`, { keep: lang === 'zh' && ['data', 'me'].includes(name) })
        assert.equal(await page.evaluate(() => document.documentElement.lang), lang === 'zh' ? 'zh-CN' : 'en')
        if (lang === 'en') {
          const left = await page.evaluate(() => [...document.querySelectorAll('h1, h2, nav a, button, label')].map((e) => e.textContent.trim()).filter((text) => /[\u4e00-\u9fff]/.test(text)))
          const names = ['中文', (await persona(kit.origin, 'agent')).name]
          assert.deepEqual(left.filter((text) => !names.some((each) => text.includes(each))), [], `words of ${name} that are not English`)
        }
      }
    })
  }
}

journey('a form in English, at a desk', async (kit) => {
  const { id } = await publish(kit, 'street.health', 'T11')
  const device = await residentDevice(kit, 'contested', { viewport: DESK, lang: 'en' })
  const page = await device.page()
  await page.goto(`/resident/form/${id}/ask`)
  await page.locator('[data-asked]').waitFor()
  await kit.look(page, 'resident-form-desk-en', { keep: true })
  await forward(page)
  const answers = { vaccinated: true, doses: 3, lastDose: '2026-05', reaction: 'none', allergy: 'none' }
  await answerAll(page, answers, (step) => kit.look(page, `resident-form-desk-en-${step}`))
  await kit.look(page, 'resident-check-desk-en')
  await page.locator('[data-forward]').click()
  await page.locator('[data-receipt]').waitFor()
  await kit.look(page, 'resident-receipt-desk-en')
})

journey('large print: text of 20 px, targets of 60 px, one question a page', async (kit) => {
  const { id } = await publish(kit, 'street.health', 'T11')
  const device = await residentDevice(kit, 'old')
  const page = await device.page()
  await page.goto('/resident/')
  await page.locator('header button[aria-pressed]').click()
  await page.locator('[data-questions]').first().waitFor()
  await kit.look(page, 'resident-home-large', { keep: true })
  await page.goto(`/resident/form/${id}/ask`)
  await page.locator('[data-asked]').waitFor()
  await forward(page)
  const asked = []
  const answers = { vaccinated: true, doses: 3, lastDose: '2026-05', reaction: '无', allergy: '无' }
  while ((await stepOf(page)) !== 'check') {
    const ids = await page.locator('[data-question], [data-confirm]').evaluateAll((all) => all.map((each) => each.dataset.question ?? each.dataset.confirm))
    assert.equal(ids.length, 1, `one question a page, not ${ids}`)
    asked.push(...ids)
    const small = await page.evaluate(() => {
      const texts = []
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement
        if (!node.textContent.trim() || !parent.checkVisibility() || parent.closest('.visually-hidden')) continue
        const size = parseFloat(getComputedStyle(parent).fontSize)
        if (size < 20) texts.push(`${size} px: ${node.textContent.trim().slice(0, 30)}`)
      }
      const targets = [...document.querySelectorAll('main button, main input:not([type=radio], [type=checkbox]), main select, main .choice, main a.btn')]
        .filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 60)
        .map((each) => `${Math.round(each.getBoundingClientRect().height)} px high: ${each.textContent.trim().slice(0, 30) || each.id}`)
      return [...texts, ...targets]
    })
    assert.deepEqual(small, [])
    const [one] = ids
    await kit.look(page, `resident-large-${one}`, { keep: one === 'vaccinated' })
    if (await page.locator('[data-confirm-it]').count()) await page.locator('[data-confirm-it]').click()
    else await answerOne(page, one, answers[one])
    await forward(page)
  }
  assert.ok(asked.includes('lastDose'))
})

async function answerOne(page, id, value) {
  const question = page.locator(`[data-question="${id}"]`)
  if (await question.locator(`[data-value="${value}"]`).count()) await question.locator(`[data-value="${value}"]`).click()
  else await question.locator('input, textarea').first().fill(String(value))
}

journey('a name with a rare character is drawn, from this host', async (kit) => {
  const device = await kit.device()
  const page = await device.page()
  const fetched = []
  page.on('request', (request) => request.url().endsWith('.woff2') && fetched.push(request.url()))
  await page.goto('/resident/')
  await page.locator('#name').waitFor()
  assert.deepEqual(fetched.filter((url) => !url.endsWith('/2cb00.woff2')), [], 'no slice is needed but that of 冒𬭚, who is in the list of the demo town')
  const slice = page.waitForResponse((response) => response.url().endsWith('/fonts/rare-han/2a680.woff2'))
  await page.locator('#name').fill('王𪚥')
  assert.equal((await slice).status(), 200)
  await until('the glyph to be there', () => page.evaluate(() => document.fonts.check("16px 'Hutong Rare Han'", '𪚥')))
  await kit.look(page, 'resident-rare-name')
})

journey('large print reads aloud and names the number to call', async (kit) => {
  const device = await residentDevice(kit, 'old')
  await device.context.addInitScript(() => {
    const said = []
    Object.defineProperty(window, 'said', { value: said })
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { configurable: true, value: class { constructor(text) { this.text = text } } })
    Object.defineProperty(window, 'speechSynthesis', {
      configurable: true,
      value: {
        getVoices: () => [{ lang: 'zh-CN', localService: true }], cancel() {}, addEventListener() {},
        speak: (utterance) => (said.push(utterance.text), utterance.onstart?.()),
      },
    })
  })
  const page = await device.page()
  await page.goto('/resident/')
  await page.locator('header button[aria-pressed]').click()
  await page.locator('[data-questions]').first().waitFor()
  await page.locator('[data-aloud]').click()
  const name = (await persona(kit.origin, 'old')).name
  await until('the page to be read out', () => page.evaluate((who) => window.said.some((each) => each.includes(who)), name))
  await page.locator('[data-aloud][aria-pressed=true]').click()
  assert.match(await page.locator('[data-help-phone]').getAttribute('href'), /^tel:0513-154\d{5}$/)
})

journey('a mother answers for her child', async (kit) => {
  const { id } = await publish(kit, 'street.health', 'T11', (manifest) => {
    manifest.components.find((component) => component.kind === 'audience').criterion = { element: 'person.age', op: '<', value: 18 }
    return manifest
  })
  const device = await residentDevice(kit, 'mother')
  const home = await ask(device, 'GET', '/api/resident/home')
  const child = home.wards.find((ward) => ward.asks.some((each) => each.application === id))
  assert.ok(child, 'the child is among those she answers for')
  const page = await device.page()
  await page.goto('/resident/')
  const line = page.locator(`section[aria-labelledby="ward-${child.subject}"] [data-ask="${id}"]`)
  await line.waitFor()
  await kit.look(page, 'resident-home-ward', { keep: true })
  await line.click()
  await page.locator('[data-asked]').waitFor()
  assert.ok((await page.locator('main').innerText()).includes(child.name), 'the form is about the child')
  await forward(page)
  await answerAll(page, { vaccinated: true, doses: 1, lastDose: '2026-09', reaction: '无', allergy: '无', mobile: '15400000004' })
  await page.locator('[data-forward]').click()
  await page.locator('[data-receipt]').waitFor()
  await kit.look(page, 'resident-receipt-ward')
  assert.equal((await ask(device, 'GET', `/api/resident/submissions?for=${child.subject}`)).filter((each) => each.application === id).length, 1)
})

journey('somebody who is not on file begins with name and phone', async (kit) => {
  const who = await persona(kit.origin, 'newcomer')
  const device = await kit.device()
  const page = await device.page()
  await page.goto('/resident/')
  await page.locator(`[data-resident="${who.key}"]`).click()
  assert.equal(await page.locator('#idNumber').count(), 0, 'no document is asked for')
  await kit.look(page, 'resident-sign-in-newcomer')
  await page.locator('[data-send-code]').click()
  await page.locator('[data-use-code]').waitFor()
  await page.locator('#code').fill('000000')
  await page.locator('form button[type=submit]').click()
  await page.locator('form .problem').waitFor()
  await kit.look(page, 'resident-sign-in-refused')
  assert.equal(await page.locator('#name').inputValue(), who.name)
  await page.locator('[data-use-code]').click()
  await page.locator('form button[type=submit]').click()
  await page.locator('[data-signed-in]').waitFor({ state: 'attached' })
  await page.locator('[data-questions]').first().waitFor()
  await kit.look(page, 'resident-home-newcomer')
})
