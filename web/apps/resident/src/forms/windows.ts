import type { FormPlace } from '@hutong/api'
import type { Typing } from '@hutong/form-ui'

type News = { kind: 'typed'; typing: Typing } | { kind: 'saved'; savedAt: string } | { kind: 'submitted'; submission: string }
type Message = News & { where: string }

/** Other windows of this browser in which the same person has the same form open. */
export function otherWindows(owner: string, place: FormPlace, hear: (news: News) => void) {
  let channel = typeof BroadcastChannel === 'undefined' || !owner ? undefined : new BroadcastChannel('hutong-form')
  const where = [owner, place.application, place.form, place.ward ?? ''].join('|')
  if (channel) {
    channel.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.where === where) hear(data)
    }
  }
  return {
    tell: (news: News) => channel?.postMessage({ ...news, where } satisfies Message),
    /** A page that is being left may still have something to tell; then nobody hears it. */
    close: () => {
      channel?.close()
      channel = undefined
    },
  }
}
