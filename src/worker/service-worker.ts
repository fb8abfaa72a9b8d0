import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  type PrecacheEntry,
  precacheAndRoute,
} from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

// The build puts the list of the app's files in place of `__WB_MANIFEST`.
declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: (string | PrecacheEntry)[] }

/** Keeps every file of this build, so that one visit is enough to open the app without a network. */
function keepFiles(): void {
  precacheAndRoute(self.__WB_MANIFEST)
  cleanupOutdatedCaches()
}

/** Answers every navigation, deep links included, with the one page of the app. */
function answerNavigations(): void {
  registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html')))
}

/** Serves the pages of the very first visit too, instead of from the second on. */
function claimPages(): void {
  self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
}

/** Lets a new version take over only when the person said yes; until then it waits behind the one in use. */
function takeOverOnConsent(): void {
  self.addEventListener('message', (event) => {
    const message: unknown = event.data
    if (typeof message !== 'object' || message === null || !('type' in message)) return
    if (message.type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting())
  })
}

keepFiles()
answerNavigations()
claimPages()
takeOverOnConsent()
