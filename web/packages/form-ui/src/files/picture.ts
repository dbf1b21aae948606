/** Longest side of what is sent, in pixels: enough to read a paper, little enough for a slow line. */
const LONGEST = 1600
const QUALITY = 0.85
/** Pictures below this are sent as they are; the server makes them anew in any case. */
const SMALL_ENOUGH = 300_000

/**
 * A photo made smaller before it is sent. Whatever cannot be done here (a format or a browser that does not want to, a PDF) is sent as it is:
 * the server decides.
 */
export async function smaller(file: Blob, name: string, longest = LONGEST): Promise<{ blob: Blob; name: string }> {
  if (!file.type.startsWith('image/') && !/\.(jpe?g|png|heic|heif|webp)$/i.test(name)) return { blob: file, name }
  try {
    const picture = await decode(file)
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
    const takenAsIs = scale === 1 && file.size <= SMALL_ENOUGH && (file.type === 'image/jpeg' || file.type === 'image/png')
    const blob = takenAsIs ? undefined : await drawn(picture, scale)
    if ('close' in picture) picture.close()
    return blob ? { blob, name: name.replace(/(\.\w+)?$/, '.jpg') } : { blob: file, name }
  } catch {
    return { blob: file, name }
  }
}

async function decode(file: Blob): Promise<ImageBitmap | HTMLImageElement> {
  if (typeof createImageBitmap === 'function') {
    try {
      return await createImageBitmap(file, { imageOrientation: 'from-image' })
    } catch {
      // Older engines know neither the option nor some formats; an image element may.
    }
  }
  const url = URL.createObjectURL(file)
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    return image
  } finally {
    URL.revokeObjectURL(url)
  }
}

function drawn(picture: ImageBitmap | HTMLImageElement, scale: number): Promise<Blob | undefined> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const pen = canvas.getContext('2d')
  if (!pen) return Promise.resolve(undefined)
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', QUALITY))
}
