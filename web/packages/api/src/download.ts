import { refusal, Unreachable } from './http'

/** A file that the server made, as the browser saves it. */
export interface Downloaded {
  name: string
  content: Blob
}

/** Making a large table may take its time. */
const LONGEST_WAIT = 120_000

export interface Asking {
  method?: 'GET' | 'POST'
  /** Sent as JSON. */
  body?: unknown
  headers?: Record<string, string>
}

/**
 * Fetches a file. Refusals are thrown as `Problem`, a lost connection as `Unreachable`, so that a page can say what happened; a plain link would
 * save the refusal as the file.
 */
export async function download(path: string, { method = 'GET', body, headers = {} }: Asking = {}): Promise<Downloaded> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), LONGEST_WAIT)
  try {
    const answer = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: { ...headers, 'Accept-Language': document.documentElement.lang || 'zh-CN', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: stop.signal,
    })
    if (!answer.ok) throw refusal(answer.status, await answer.text())
    return { name: fileName(answer.headers.get('Content-Disposition') ?? ''), content: await answer.blob() }
  } catch (error) {
    throw error instanceof Error && ['Problem', 'Unreachable'].includes(error.name) ? error : new Unreachable(String(error))
  } finally {
    clearTimeout(timer)
  }
}

/** The name in a Content-Disposition header (RFC 6266, RFC 5987). */
export function fileName(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  if (encoded) return decodeURIComponent(encoded)
  return /filename="([^"]+)"/i.exec(disposition)?.[1] ?? 'hutong'
}

/** Hands a file to the browser to be saved. */
export function save({ name, content }: Downloaded): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
