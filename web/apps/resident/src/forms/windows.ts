import type { Typing } from '@hutong/form-ui'

type Message =
  | { kind: 'typed'; owner: string; application: string; form: string; typing: Typing }
  | { kind: 'submitted'; owner: string; application: string; form: string; submission: string }

/** Other windows of this browser in which the same person has the same form open. */
export function otherWindows(owner: string, application: string, form: string, hear: { typed: (typing: Typing) => void; submitted: (submission: string) => void }) {
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('hutong-form')
  if (channel) {
    channel.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.owner !== owner || data.application !== application || data.form !== form) return
      if (data.kind === 'typed') hear.typed(data.typing)
      else hear.submitted(data.submission)
    }
  }
  const where = { owner, application, form }
  return {
    typed: (typing: Typing) => channel?.postMessage({ kind: 'typed', ...where, typing } satisfies Message),
    submitted: (submission: string) => channel?.postMessage({ kind: 'submitted', ...where, submission } satisfies Message),
    close: () => channel?.close(),
  }
}
