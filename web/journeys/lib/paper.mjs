// A sheet of paper on its way back: what was printed, as the camera of a phone sees it.
import { inflateSync } from 'node:zlib'

/** What a PDF draws as filled and stroked rectangles, in points from the top left of A4: its code is made of them. */
function rectangles(pdf) {
  const text = pdf.toString('latin1')
  for (let at = text.indexOf('stream'); at >= 0; at = text.indexOf('stream', at + 6)) {
    if (text.slice(at - 3, at) === 'end') continue
    const start = at + (text[at + 6] === '\r' ? 8 : 7)
    let drawn
    try {
      drawn = inflateSync(pdf.subarray(start), { finishFlush: 2 }).toString('latin1')
    } catch {
      continue
    }
    const found = [...drawn.matchAll(/([\d.-]+) ([\d.-]+) ([\d.-]+) ([\d.-]+) re/g)].map(([, x, y, w, h]) => ({ x: +x, y: 842 - +y - +h, w: +w, h: +h }))
    if (found.length > 100) return found
  }
  throw new Error('the sheet has no code')
}

/** The sheet as a phone sees it: on a table, turned, not quite sharp. */
export async function photograph(kit, pdf) {
  const device = await kit.device({ viewport: { width: 900, height: 1150 } })
  const page = await device.page()
  const drawn = rectangles(pdf).map(({ x, y, w, h }) => `<rect x="${x}" y="${y}" width="${w}" height="${h}"/>`).join('')
  await page.setContent(`<body style="margin:0;background:#7a6a58"><svg viewBox="0 0 595 842" style="position:absolute;left:90px;top:70px;width:720px;background:#f4f1ea;transform:rotate(7deg);filter:blur(.5px)">${drawn}</svg></body>`)
  const photo = await page.screenshot({ type: 'jpeg', quality: 80 })
  await device.close()
  return { name: 'IMG_0007.jpg', mimeType: 'image/jpeg', buffer: photo }
}
