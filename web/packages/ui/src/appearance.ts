import { readonly, ref } from 'vue'

export type Theme = 'auto' | 'light' | 'dark'

const THEME_KEY = 'hutong.theme'
const ELDER_KEY = 'hutong.elder'

/** The browser's own bar: the surface of the head, see tokens.css. */
const BAR = { light: '#ffffff', dark: '#18222b' }

const theme = ref<Theme>('auto')
const elder = ref(false)

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // private windows refuse storage; the choice then lasts for this visit
  }
}

const systemDark = (): MediaQueryList | undefined => globalThis.matchMedia?.('(prefers-color-scheme: dark)')

function paint(): void {
  const root = document.documentElement
  const dark = theme.value === 'dark' || (theme.value === 'auto' && systemDark()?.matches === true)
  root.dataset.theme = dark ? 'dark' : 'light'
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', dark ? BAR.dark : BAR.light)
  if (elder.value) root.dataset.elder = ''
  else delete root.dataset.elder
}

/** Reads what this device chose before and paints it; called once, before the app is mounted. */
export function startAppearance(): void {
  const saved = stored(THEME_KEY)
  theme.value = saved === 'light' || saved === 'dark' ? saved : 'auto'
  elder.value = stored(ELDER_KEY) === '1'
  systemDark()?.addEventListener?.('change', paint)
  paint()
}

/** Light or dark, and 长辈版: kept on the device, the same on every page. */
export function useAppearance() {
  return {
    theme: readonly(theme),
    elder: readonly(elder),
    setTheme(value: Theme): void {
      theme.value = value
      keep(THEME_KEY, value)
      paint()
    },
    setElder(value: boolean): void {
      elder.value = value
      keep(ELDER_KEY, value ? '1' : '0')
      paint()
    },
  }
}
