import { createApp } from 'vue'
import { createPinia } from 'pinia'
import { bringRareCharacters, startAppearance, startWords } from '@hutong/ui'
import App from './App.vue'
import { words } from './i18n/words'
import { router } from './router'

export async function start(): Promise<void> {
  startAppearance()
  bringRareCharacters()
  createApp(App).use(createPinia()).use(await startWords(words)).use(router).mount('#app')
}
