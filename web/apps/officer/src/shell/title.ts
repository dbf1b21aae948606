import { ref, watchEffect } from 'vue'
import { useWords } from '@hutong/ui'
import { useRoute } from 'vue-router'

/** The name of the thing the page shows, when it has one. */
export const pageName = ref('')

/** Puts the thing's name before the page's in the window title, once it is known and in the language of now. */
export function usePageName(name: () => string | undefined): void {
  const { t } = useWords()
  const route = useRoute()
  watchEffect(() => {
    pageName.value = name() ?? ''
    const page = route.meta.title === undefined ? [] : [t(route.meta.title)]
    document.title = [...(pageName.value === '' ? [] : [pageName.value]), ...page, t('app.name')].join(' · ')
  })
}
