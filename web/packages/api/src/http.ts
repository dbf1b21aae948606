export interface Fault {
  /** A question's id or a path into the request. */
  path: string
  code: string
  message: string
  value?: unknown
}

/** What the server says when it cannot do as asked (RFC 9457), in the reader's language. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string | undefined,
    readonly errors: Fault[] = [],
    readonly extra: Record<string, unknown> = {},
  ) {
    super(detail ?? title)
    this.name = 'Problem'
  }

  /** Nobody is signed in, or no longer. */
  get signedOut(): boolean {
    return this.status === 401 && this.code !== 'sign-in-refused' && this.code !== 'code-refused'
  }
}

/** No answer came: the network is gone, or the server is. Whether the call had an effect is not known. */
export class Unreachable extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'Unreachable'
  }
}

export interface Call {
  body?: unknown
  headers?: Record<string, string>
  signal?: AbortSignal
  /** Milliseconds after which the call counts as lost; no request of the server takes longer than 35 s. */
  patience?: number
  /** Lets the browser finish the call although the page is being left. */
  keepalive?: boolean
}

const LONGEST_WAIT = 35_000

/** One HTTP call in JSON. Refusals are thrown as `Problem`, a lost connection as `Unreachable`. */
export async function call<T>(method: string, path: string, options: Call = {}): Promise<T> {
  const { body, headers, signal, patience = LONGEST_WAIT, keepalive } = options
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), patience)
  const pass = (): void => stop.abort()
  signal?.addEventListener('abort', pass)
  if (signal?.aborted) stop.abort()
  try {
    const response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json, application/problem+json',
        'Accept-Language': document.documentElement.lang || 'zh-CN',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: stop.signal,
      keepalive,
    })
    const text = await response.text()
    if (!response.ok) throw refusal(response.status, text)
    return (text === '' ? undefined : JSON.parse(text)) as T
  } catch (error) {
    if (error instanceof Problem || error instanceof Unreachable || signal?.aborted) throw error
    throw new Unreachable(String(error))
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', pass)
  }
}

export interface SendFile {
  file: Blob
  name: string
  /** The other parts of the body. */
  fields: Record<string, string>
  /** Called with the part that has left, from 0 to 1. */
  onProgress?: (part: number) => void
  signal?: AbortSignal
}

/** An upload may take long on a slow line; it counts as lost when nothing moves for so long. */
const STALLED = 60_000

/** Sends one file. Refusals are thrown as `Problem`, a lost connection as `Unreachable`. By XMLHttpRequest, since fetch tells no progress. */
export function sendFile<T>(path: string, { file, name, fields, onProgress, signal }: SendFile): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    let timer: ReturnType<typeof setTimeout> | undefined
    const moved = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => request.abort(), STALLED)
    }
    const lost = (): void => {
      clearTimeout(timer)
      reject(new Unreachable('the upload did not arrive'))
    }
    request.open('POST', path)
    request.setRequestHeader('Accept', 'application/json, application/problem+json')
    request.setRequestHeader('Accept-Language', document.documentElement.lang || 'zh-CN')
    request.upload.onprogress = (event) => {
      moved()
      if (event.lengthComputable) onProgress?.(event.loaded / event.total)
    }
    request.onload = () => {
      clearTimeout(timer)
      if (request.status === 0 || request.status >= 300) return reject(refusal(request.status, request.responseText))
      try {
        resolve(JSON.parse(request.responseText) as T)
      } catch {
        reject(new Unreachable('no answer that can be read'))
      }
    }
    request.onerror = lost
    request.onabort = lost
    signal?.addEventListener('abort', () => request.abort())
    const body = new FormData()
    for (const [key, value] of Object.entries(fields)) body.append(key, value)
    body.append('file', file, name)
    moved()
    request.send(body)
  })
}

function refusal(status: number, text: string): Problem | Unreachable {
  try {
    const { code = '', title = '', detail, errors = [], type: _type, status: _status, ...extra } = JSON.parse(text)
    return new Problem(status, code, title, detail ?? undefined, errors, extra)
  } catch {
    return status >= 502 && status <= 504 ? new Unreachable(`${status}`) : new Problem(status, '', '', undefined)
  }
}
