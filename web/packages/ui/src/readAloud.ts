import { getCurrentScope, onScopeDispose, readonly, ref } from 'vue'

/** What is not read: what only the eye needs, and what is pressed, unless it says something (`data-spoken`). */
const SILENT = 'button:not([data-spoken]), select, script, style, svg, .btn:not([data-spoken]), .visually-hidden, [aria-hidden="true"], [hidden], [data-silent]'
/** Each of these ends a sentence. */
const BLOCK = 'p, h1, h2, h3, h4, li, dt, dd, label, legend, div, section, fieldset, figcaption, [data-spoken]'
/** Some engines fall silent within a long text; they take it sentence by sentence. */
const LONGEST = 120
/** Milliseconds after which an engine that has not begun will not begin. */
const PATIENCE = 4000

/** The text of a page as it is read out, in sentences. */
export function sentencesOf(root: Element): string[] {
  const parts: { text: string; block: Element | null }[] = []
  const walk = (node: Node): void => {
    if (node instanceof Element) {
      if (!node.matches(SILENT)) node.childNodes.forEach(walk)
    } else if (node.nodeType === 3) {
      const text = node.textContent?.replace(/\s+/g, ' ').replace(/\*{2,}/g, '，') ?? ''
      if (!text.trim()) return
      const block = node.parentElement?.closest(BLOCK) ?? null
      const last = parts[parts.length - 1]
      if (last && last.block === block) last.text += text
      else parts.push({ text, block })
    }
  }
  walk(root)
  return parts.flatMap(({ text }) => cut(text.trim()))
}

function cut(text: string): string[] {
  const sentences = text.match(/[^。！？!?；;]+[。！？!?；;]*/g) ?? []
  return sentences.flatMap((sentence) => {
    const pieces: string[] = []
    for (let rest = sentence.trim(); rest; ) {
      const comma = rest.length > LONGEST ? Math.max(rest.lastIndexOf('，', LONGEST), rest.lastIndexOf(', ', LONGEST)) : -1
      const end = rest.length <= LONGEST ? rest.length : comma > 0 ? comma + 1 : LONGEST
      pieces.push(rest.slice(0, end).trim())
      rest = rest.slice(end)
    }
    return pieces
  })
}

export type Aloud = 'idle' | 'reading' | 'silent'

const engine = (): SpeechSynthesis | undefined =>
  typeof speechSynthesis !== 'undefined' && typeof SpeechSynthesisUtterance !== 'undefined' ? speechSynthesis : undefined

/** A voice of the device itself: others send what is read, which is about people, to their maker. */
async function voiceFor(synthesis: SpeechSynthesis, lang: string): Promise<SpeechSynthesisVoice | undefined> {
  if (synthesis.getVoices().length === 0) {
    await new Promise<void>((done) => {
      const timer = setTimeout(done, PATIENCE / 2)
      synthesis.addEventListener?.('voiceschanged', () => (clearTimeout(timer), done()), { once: true })
    })
  }
  const wanted = lang.slice(0, 2).toLowerCase()
  const fitting = synthesis.getVoices().filter((voice) => voice.localService && voice.lang.slice(0, 2).toLowerCase() === wanted)
  return fitting.find((voice) => voice.lang.replace('_', '-').toLowerCase() === lang.toLowerCase()) ?? fitting[0]
}

/** Reads a part of the page out. `possible` is false where the browser has no speech; `silent` says that it has, but no voice of its own. */
export function useReadAloud() {
  const state = ref<Aloud>('idle')
  const synthesis = engine()
  let turn = 0

  function stop(): void {
    turn++
    synthesis?.cancel()
    if (state.value === 'reading') state.value = 'idle'
  }

  async function read(root: Element, lang: string): Promise<void> {
    if (!synthesis) return
    stop()
    const mine = ++turn
    state.value = 'reading'
    const sentences = sentencesOf(root)
    const voice = await voiceFor(synthesis, lang)
    if (mine !== turn) return
    if (!voice || sentences.length === 0) {
      state.value = voice ? 'idle' : 'silent'
      return
    }
    const begin = setTimeout(() => {
      if (mine !== turn) return
      stop()
      state.value = 'silent'
    }, PATIENCE)
    sentences.forEach((sentence, nth) => {
      const utterance = new SpeechSynthesisUtterance(sentence)
      utterance.voice = voice
      utterance.lang = voice.lang
      utterance.rate = 0.9
      utterance.onstart = () => clearTimeout(begin)
      utterance.onerror = () => clearTimeout(begin)
      if (nth === sentences.length - 1) {
        utterance.onend = () => {
          if (mine === turn) state.value = 'idle'
        }
      }
      synthesis.speak(utterance)
    })
  }

  if (getCurrentScope()) onScopeDispose(stop)
  return { possible: synthesis !== undefined, state: readonly(state), read, stop }
}
