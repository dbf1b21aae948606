import { createApp } from 'vue'
import { createPinia } from 'pinia'
import { breath, bringRareCharacters, startAppearance, startWords } from '@hutong/ui'
import App from './App.vue'
import { words } from './i18n/words'
import { router } from './router'

export async function start(): Promise<void> {
  startAppearance()
  bringRareCharacters()
  const spoken = await startWords(words)
  await breath()
  createApp(App).use(createPinia()).use(spoken).use(router).mount('#app')
}
