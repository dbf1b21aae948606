// Photos, signatures and documents, on an invented form and without a server.
import assert from 'node:assert/strict'
import { DESK, PHONE } from '../lib/browser.mjs'
import { forward, stepOf } from '../lib/form.mjs'
import { journey } from '../lib/journeys.mjs'
import { until } from '../lib/until.mjs'
import { startMock, unfit } from '../mock/server.mjs'

/** A photo as a camera gives it: larger than what is sent. */
async function camera(page, width, height) {
  const base64 = await page.evaluate(
    ([w, h]) => {
      const canvas = document.createElement('canvas')
      canvas.width = w
      canvas.height = h
      const pen = canvas.getContext('2d')
      const sky = pen.createLinearGradient(0, 0, 0, h)
      sky.addColorStop(0, '#9cc3d5')
      sky.addColorStop(1, '#e9e2d0')
      pen.fillStyle = sky
      pen.fillRect(0, 0, w, h)
      pen.fillStyle = '#6b4a3a'
      pen.beginPath()
      pen.arc(w / 2, h * 0.42, h * 0.2, 0, 7)
      pen.fill()
      pen.fillStyle = '#0f5c7a'
      pen.beginPath()
      pen.ellipse(w / 2, h, h * 0.34, h * 0.36, 0, 0, 7)
      pen.fill()
      return canvas.toDataURL('image/jpeg', 0.95).split(',')[1]
    },
    [width, height],
  )
  return { name: 'IMG_0042.JPG', mimeType: 'image/jpeg', buffer: Buffer.from(base64, 'base64') }
}

const submitted = (town) => town.calls.find((call) => call.path.endsWith('/submissions') && call.method === 'POST').body.answers
const answerOf = (page, question) => page.locator(`[data-question="${question}"] [data-file]`).getAttribute('data-file')

async function open(kit, options) {
  const mock = await startMock()
  const device = await kit.device({ origin: mock.origin, ...options })
  const page = await device.page()
  mock.town.asks = ['FILES']
  await page.goto('/resident/form/FILES/ask')
  await page.locator('[data-asked]').waitFor()
  await forward(page)
  return { ...mock, page, device }
}

async function write(page) {
  const pad = await page.locator('[data-question="sign"] canvas').boundingBox()
  for (const [from, to] of [[0.2, 0.4], [0.5, 0.7]]) {
    await page.mouse.move(pad.x + pad.width * from, pad.y + pad.height * 0.3)
    await page.mouse.down()
    await page.mouse.move(pad.x + pad.width * to, pad.y + pad.height * 0.7, { steps: 8 })
    await page.mouse.up()
  }
}

for (const [size, viewport] of [['phone', PHONE], ['desk', DESK]]) {
  journey(`a photo, a document and a signature on a ${size}`, async (kit) => {
    const { town, page, stop } = await open(kit, { viewport })
    try {
      await kit.look(page, `files-empty-${size}`, { full: true })
      await page.locator('[data-forward]').click()
      await page.locator('.summary').waitFor()
      await page.locator('[data-question="face"] [data-camera]').setInputFiles(await camera(page, 4000, 3000))
      await until('the photo', async () => Boolean(await answerOf(page, 'face')))
      const sent = town.calls.find((call) => call.path === '/api/resident/files')
      assert.ok(sent.bytes < 400_000, `made smaller before it was sent, not ${sent.bytes} bytes`)
      assert.ok(sent.fields.some((field) => field.endsWith('face')), 'says which question it answers')
      await page.locator('[data-question="lease"] [data-gallery]').setInputFiles({ name: '合同.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 …') })
      await until('the document', async () => Boolean(await answerOf(page, 'lease')))
      await page.locator('[data-question="sign"] canvas').scrollIntoViewIfNeeded()
      await page.locator('[data-question="sign"] [data-sign]').click()
      await page.locator('[data-question="sign"] .blank').waitFor()
      await write(page)
      await kit.look(page, `files-signing-${size}`)
      await page.locator('[data-question="sign"] [data-sign]').click()
      await until('the signature', async () => Boolean(await answerOf(page, 'sign')))
      await kit.look(page, `files-filled-${size}`, { full: true })
      await forward(page)
      assert.equal(await stepOf(page), 'check')
      await until('the pictures', () => page.locator('img.thumb').evaluateAll((all) => all.length === 2 && all.every((each) => each.naturalWidth > 0)))
      await kit.look(page, `files-check-${size}`, { full: true })
      await page.locator('[data-forward]').click()
      await page.locator('[data-receipt]').waitFor()
      const answers = submitted(town)
      assert.equal(town.files[answers.face].mediaType, 'image/jpeg')
      assert.equal(town.files[answers.lease].mediaType, 'application/pdf')
      assert.equal(town.files[answers.sign].mediaType, 'image/png')
    } finally {
      await stop()
    }
  }, { needs: 'nothing' })
}

journey('a photo that does not get through is sent again by itself, and one that is refused says why', async (kit) => {
  const { town, page, device, stop } = await open(kit, { allow: ['offline'] })
  try {
    const face = page.locator('[data-question="face"]')
    town.refuseFile = () => unfit('这是 HEIC 格式的照片，请另存为 JPEG 再上传')
    await face.locator('[data-gallery]').setInputFiles(await camera(page, 300, 400))
    await face.locator('[data-upload="refused"]').waitFor()
    await kit.look(page, 'files-refused-phone')
    town.refuseFile = undefined
    await device.context.setOffline(true)
    await face.locator('[data-gallery]').setInputFiles(await camera(page, 300, 400))
    await face.locator('[data-upload="waiting"]').waitFor()
    assert.ok(await face.locator('img.preview').isVisible(), 'the photo is shown meanwhile')
    await kit.look(page, 'files-waiting-phone')
    await device.context.setOffline(false)
    await until('the photo', async () => Boolean(await answerOf(page, 'face')))
    await face.getByRole('button', { name: '去掉' }).click()
    await until('nothing', async () => (await page.locator('[data-question="face"] [data-file]').count()) === 0)
  } finally {
    await stop()
  }
}, { needs: 'nothing' })

journey('whoever cannot write signs by typing, by keyboard alone', async (kit) => {
  const { town, page, stop } = await open(kit)
  try {
    const to = async (selector) => {
      for (let presses = 0; presses < 60; presses++) {
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return
        await page.keyboard.press('Tab')
      }
      throw new Error(`the Tab key does not lead to ${selector}`)
    }
    await to('[data-camera]')
    await to('[data-type]')
    await page.keyboard.press('Enter')
    await to('[data-question="sign"] input')
    await page.keyboard.type('王秀英')
    await kit.look(page, 'files-typed-phone')
    await page.keyboard.press('Enter')
    await until('the signature', async () => Boolean(await answerOf(page, 'sign')))
    assert.equal(town.files[await answerOf(page, 'sign')].mediaType, 'image/png')
  } finally {
    await stop()
  }
}, { needs: 'nothing' })
