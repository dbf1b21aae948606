import { nextTick } from 'vue'
import { createRouter, createWebHistory, type RouteLocationNormalized } from 'vue-router'
import { useSession } from './session/session'
import { pageName } from './shell/title'

declare module 'vue-router' {
  interface RouteMeta {
    /** Key of the page's name in the messages; a page that shows one thing sets the thing's own name. */
    title?: string
    /** Whether the page is for those who have not signed in. */
    open?: boolean
  }
}

/** Every screen with its address; addresses hold no names or numbers of people, only ids. */
export function createOfficerRouter(i18n: { t: (key: string) => string }) {
  const router = createRouter({
    history: createWebHistory(import.meta.env.BASE_URL),
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
    routes: [
      { path: '/signin', name: 'signIn', component: () => import('./session/SignInPage.vue'), meta: { title: 'signIn.title', open: true } },
      { path: '/setup', name: 'setup', component: () => import('./setup/SetupPage.vue'), meta: { title: 'setup.title', open: true } },
      {
        path: '/', component: () => import('./shell/AppShell.vue'), children: [
          { path: '', name: 'today', component: () => import('./today/TodayPage.vue'), meta: { title: 'shell.today' } },
          { path: 'applications', name: 'applications', component: () => import('./applications/ApplicationsPage.vue'), meta: { title: 'shell.applications' } },
          {
            path: 'applications/:id', component: () => import('./applications/ApplicationFrame.vue'), props: true, children: [
              { path: '', name: 'application', component: () => import('./applications/ApplicationStart.vue') },
              { path: 'edit', name: 'edit', component: () => import('./studio/StudioPage.vue'), meta: { title: 'application.edit' } },
              { path: 'check', name: 'check', component: () => import('./check/CheckPage.vue'), meta: { title: 'application.check' } },
              { path: 'progress', name: 'progress', component: () => import('./board/BoardPage.vue'), meta: { title: 'application.progress' } },
              { path: 'left', name: 'left', component: () => import('./board/LeftPage.vue'), meta: { title: 'application.left' } },
              { path: 'invite', name: 'invite', component: () => import('./invite/InvitePage.vue'), meta: { title: 'application.invite' } },
              { path: 'paper', name: 'paper', component: () => import('./paper/PaperPage.vue'), meta: { title: 'application.paper' } },
              { path: 'submissions/:submission', name: 'submission', component: () => import('./board/SubmissionPage.vue'), props: true, meta: { title: 'application.submissions' } },
              { path: 'submissions', name: 'submissions', component: () => import('./board/SubmissionsPage.vue'), meta: { title: 'application.submissions' } },
            ],
          },
          { path: 'applications/:id/fill/:form/:person', name: 'fill', component: () => import('./fill/FillPage.vue'), props: true, meta: { title: 'fill.link' } },
          { path: 'tasks', name: 'tasks', component: () => import('./tasks/TasksPage.vue'), meta: { title: 'shell.tasks' } },
          { path: 'data', redirect: '/data/elements' },
          { path: 'data/elements', name: 'elements', component: () => import('./data/ElementsPage.vue'), meta: { title: 'data.elements' } },
          { path: 'data/elements/:code', name: 'element', component: () => import('./data/ElementPage.vue'), props: true, meta: { title: 'data.element' } },
          { path: 'data/code-lists', name: 'codeLists', component: () => import('./data/CodeListsPage.vue'), meta: { title: 'codeLists.title' } },
          { path: 'data/code-lists/:code', name: 'codeList', component: () => import('./data/CodeListPage.vue'), props: true, meta: { title: 'data.codeList' } },
          { path: 'data/people', name: 'people', component: () => import('./data/PeoplePage.vue'), meta: { title: 'data.people' } },
          { path: 'data/people/:id', name: 'person', component: () => import('./data/PersonPage.vue'), props: true, meta: { title: 'data.person' } },
          { path: 'posts/:id', name: 'post', component: () => import('./posts/PostPage.vue'), props: true, meta: { title: 'posts.title' } },
          { path: 'posts/:id/handover', name: 'handover', component: () => import('./posts/HandoverPage.vue'), props: true, meta: { title: 'handover.title' } },
          { path: 'administration', redirect: '/administration/accounts' },
          { path: 'administration/accounts', name: 'accounts', component: () => import('./administration/AccountsPage.vue'), meta: { title: 'administration.accounts' } },
          { path: 'administration/posts', name: 'posts', component: () => import('./administration/PostsPage.vue'), meta: { title: 'administration.posts' } },
          { path: 'administration/regions', name: 'regions', component: () => import('./administration/RegionsPage.vue'), meta: { title: 'administration.regions' } },
          { path: 'administration/changes', name: 'changes', component: () => import('./administration/ChangesPage.vue'), meta: { title: 'administration.changes' } },
          { path: ':rest(.*)*', name: 'nowhere', component: () => import('./shell/NowherePage.vue'), meta: { title: 'shell.nowhere' } },
        ],
      },
    ],
  })

  router.beforeEach(async to => {
    const { load, session, seesPeople, seesCatalogue, administers } = useSession()
    try {
      await load()
    } catch {
      return to.meta.open ? true : { name: 'signIn', query: { to: to.fullPath } }
    }
    if (!session.value?.post || session.value.passwordDue) return to.meta.open ? true : { name: 'signIn', query: to.fullPath === '/' ? {} : { to: to.fullPath } }
    if (to.meta.open) return { path: '/' }
    if (to.name === 'today' && !seesPeople.value) return { name: seesCatalogue.value ? 'elements' : administers.value ? 'accounts' : 'changes' }
    return true
  })

  router.afterEach((to, from) => {
    pageName.value = ''
    document.title = `${to.meta.title === undefined ? '' : `${i18n.t(to.meta.title)} · `}${i18n.t('app.name')}`
    if (from.matched.length > 0 && changesPage(to, from)) void nextTick(focusHeading)
  })
  return router
}

/** So long a heading that comes with what is fetched is waited for. */
const HEADING_WITHIN = 5_000

/** The focus goes to the heading of the new page, also when it comes later, unless somebody has gone on meanwhile. */
function focusHeading(): void {
  const heading = () => document.querySelector<HTMLElement>('h1[tabindex]')
  if (heading()) return heading()!.focus({ preventScroll: true })
  const watching = new MutationObserver(() => {
    if (!heading()) return
    stop()
    if (document.activeElement === document.body) heading()!.focus({ preventScroll: true })
  })
  const timer = setTimeout(() => watching.disconnect(), HEADING_WITHIN)
  const stop = () => {
    clearTimeout(timer)
    watching.disconnect()
  }
  watching.observe(document.body, { childList: true, subtree: true })
}

/** A new query, such as another filter or region, is the same page: the focus stays where it is. */
function changesPage(to: RouteLocationNormalized, from: RouteLocationNormalized): boolean {
  return to.path !== from.path
}
