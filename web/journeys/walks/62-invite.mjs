// What was published is brought to residents: short link, code, poster, text for a group; and somebody follows the link.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { DESK, PHONE } from '../lib/browser.mjs'
import { journey } from '../lib/journeys.mjs'
import { stepOf } from '../lib/form.mjs'
import { officerDevice, persona, publish, signInResident } from '../lib/people.mjs'
import { until } from '../lib/until.mjs'

for (const [size, viewport] of [['desk', DESK], ['phone', PHONE]]) {
  journey(`an officer brings an application to residents on a ${size}`, async (kit) => {
    const { id } = await publish(kit, 'street.health', 'T11')
    const device = await officerDevice(kit, 'street.health', { viewport })
    const page = await device.page()
    await page.goto(`/officer/applications/${id}/progress`)
    await page.locator('a.tab[href$="/invite"]').click()
    const url = (await page.locator('[data-url]').textContent()).trim()
    assert.match(url, /^http:\/\/localhost:\d+\/a\/[0-9a-z]{10}$/)
    await until('the code is drawn', () => page.locator('[data-code]').evaluate((image) => image.complete && image.naturalWidth >= 900))
    await kit.look(page, `invite-${size}`, { full: true })

    const message = page.locator('[data-message]')
    assert.match(await message.inputValue(), new RegExp(`流感疫苗接种摸底[^]*\\n${url}\\n`))
    await message.fill(`${await message.inputValue()}\n谢谢大家`)
    await page.locator('[data-copy="text"]').click()
    await page.locator('[data-copy="text"] .icon').waitFor()
    await page.locator('input[name="message-lang"][value="en"]').check()
    assert.match(await message.inputValue(), /Flu vaccination/)

    await page.locator('input[name="poster-lang"][value="both"]').check()
    const [poster] = await Promise.all([page.waitForEvent('download'), page.locator('[data-save="poster"]').click()])
    assert.equal(poster.suggestedFilename(), '流感疫苗接种摸底 海报.pdf')
    assert.equal((await readFile(await poster.path())).subarray(0, 5).toString(), '%PDF-')
    const [code] = await Promise.all([page.waitForEvent('download'), page.locator('[data-save="code"]').click()])
    assert.equal((await readFile(await code.path())).subarray(1, 4).toString(), 'PNG')
    assert.deepEqual(device.troubles, [])
  })
}

journey('a resident follows a short link, signs in and is where the link promised', async (kit) => {
  const { id, office } = await publish(kit, 'street.health', 'T11')
  const link = await (await office.context.request.get(`/api/applications/${id}/invitation`)).json()
  const device = await kit.device({ viewport: PHONE })
  const page = await device.page()
  await page.goto(`/a/${link.code.toUpperCase()}`)
  await page.locator('h1[data-state="open"]').waitFor()
  await kit.look(page, 'invitation')
  await page.locator('[data-begin]').click()
  await page.locator('[data-send-code]').waitFor()
  assert.equal(await page.locator('.expired').count(), 0, 'nothing has expired for somebody who comes for the first time')
  await signInResident(page, await persona(kit.origin, 'rare'))
  await until('the form', async () => page.url().includes(`/resident/form/${id}/`))
  await page.locator('form.player').waitFor()
  assert.equal(await stepOf(page), 'start')

  await page.goto(`/a/${link.code}`)
  await until('the form again, without a page between', async () => page.url().includes(`/resident/form/${id}/`))

  const stranger = await (await kit.device({ viewport: PHONE, allow: [404] })).page()
  await stranger.goto('/a/0000000000')
  await stranger.locator('h1').waitFor()
  assert.match(await stranger.locator('h1').textContent(), /打不开/)
  await kit.look(stranger, 'invitation-unknown')
  await office.context.request.post(`/api/applications/${id}/close`, { headers: { origin: new URL(kit.origin).origin } })
  await stranger.goto(`/a/${link.code}`)
  await stranger.locator('h1[data-state="over"]').waitFor()
  await kit.look(stranger, 'invitation-over')
})
