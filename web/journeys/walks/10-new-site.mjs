// A site of one's own: the link of the first start, the regions, the first administrator, and what that one does next.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DESK, PHONE } from '../lib/browser.mjs'
import { journey } from '../lib/journeys.mjs'
import { startOwn } from '../lib/server.mjs'

const SHEET = ['区划代码\t名称', '320000000000\t江苏省', '320600000000\t南通市', '320613000000\t崇川区', '320613002000\t和平桥街道', '320613002001\t濠西社区', '320613002002\t濠阳社区'].join('\n')

journey('whoever starts a site of the own makes the first account with the link that the server gave', async (kit) => {
  const server = await startOwn({ demo: false })
  try {
    const device = await kit.device({ viewport: DESK, origin: server.origin, allow: [403] })
    const page = await device.page()
    await page.goto('/officer/')
    await page.locator('[data-setup-waiting]').waitFor()
    await kit.look(page, 'setup-sign-in')
    await page.goto('/officer/setup#AAAA')
    await page.getByRole('heading', { name: '首次设置没有打开' }).waitFor()

    const link = readFileSync(join(server.data, 'setup-link.txt'), 'utf8').trim()
    await page.goto('about:blank')
    await page.goto(link)
    const sheet = page.locator('#region-sheet')
    await sheet.fill(SHEET.replace('320613002001', '32O613002001'))
    await page.locator('[data-setup-next]').click()
    await page.locator('#region-sheet-faults').getByText('不是区划代码').waitFor()
    await kit.look(page, 'setup-fault')
    await page.locator('#region-sheet-faults button').click()
    assert.equal(await sheet.evaluate((box) => box.value.slice(box.selectionStart, box.selectionEnd)), '32O613002001\t濠西社区')
    await sheet.fill(SHEET)
    await kit.look(page, 'setup-regions')
    await page.locator('[data-setup-next]').click()

    await page.locator('[data-setup-found]').getByText('2 个社区').waitFor()
    assert.equal(await page.locator('#setup-place option:checked').innerText(), '和平桥街道')
    await page.locator('#setup-name').fill('李红')
    await page.locator('#setup-login').fill('lihong')
    await page.locator('#setup-password').fill('short')
    await page.locator('#setup-again').fill('short')
    await page.locator('[data-setup-finish]').click()
    await page.locator('#setup-password-wrong').waitFor()
    assert.equal(await page.locator('#setup-name').inputValue(), '李红', 'what was typed stays')
    await page.locator('#setup-password').fill('eine-stille-gasse')
    await page.locator('#setup-again').fill('eine-stille-gasse')
    await kit.look(page, 'setup-person')
    await page.locator('[data-setup-finish]').click()
    await page.locator('[data-account-row="lihong"]').waitFor()

    await page.getByRole('link', { name: '区划' }).click()
    await page.locator('[data-region-row="320613002002"]').waitFor()
    await page.locator('[data-action="add-regions"]').click()
    await page.locator('#region-sheet').fill('320613002001001,濠西第1网格\n320613002001002,濠西第2网格\n320613002001,濠西社区')
    await page.locator('[data-action="take-regions"]').click()
    await page.locator('[data-region-found]').getByText('可以添加 2 个').waitFor()
    await kit.look(page, 'officer-add-regions')
    await page.locator('[data-action="take-regions"]').click()
    await page.locator('[data-region-row="320613002001"] button').first().click()
    await page.locator('[data-region-row="320613002001002"]').waitFor()
    await kit.look(page, 'officer-regions')

    const phone = await kit.device({ viewport: PHONE, origin: server.origin, allow: [403] })
    const late = await phone.page()
    await late.goto(link)
    await late.getByRole('heading', { name: '首次设置没有打开' }).waitFor()
    await kit.look(late, 'setup-over-phone')
  } finally {
    await server.stop()
  }
}, { needs: 'nothing' })
