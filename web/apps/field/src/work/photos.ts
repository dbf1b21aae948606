import { newUuid } from '@hutong/api'
import { drop, get, names, put } from '../queue/shelf'
import { MOST_BYTES, MOST_PHOTOS } from '../offline/limits'

/** Photos on the phone, sealed like everything there, until the server has taken the form they belong to. */

interface Kept {
  type: string
  data: string
}

const at = (login: string, id: string): string => `photo|${login}|${id}`

/** Why a photo is not kept here; `what` names the message. */
export class NoRoom extends Error {
  constructor(readonly what: 'tooLarge' | 'tooMany' | 'notKept') {
    super(what)
  }
}

function textOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(blob)
  })
}

/** @returns its id on this phone */
export async function keepPhoto(login: string, blob: Blob): Promise<string> {
  if (blob.size > MOST_BYTES) throw new NoRoom('tooLarge')
  if ((await names(`photo|${login}|`)).length >= MOST_PHOTOS) throw new NoRoom('tooMany')
  const id = newUuid()
  if (!(await put(at(login, id), { type: blob.type, data: await textOf(blob) } satisfies Kept))) {
    await drop(at(login, id))
    throw new NoRoom('notKept')
  }
  return id
}

export async function keptPhoto(login: string, id: string): Promise<Blob | undefined> {
  const kept = await get<Kept>(at(login, id))
  return kept && new Blob([Uint8Array.from(atob(kept.data), (letter) => letter.charCodeAt(0))], { type: kept.type })
}

export const dropPhoto = (login: string, id: string): Promise<void> => drop(at(login, id))
