// @vitest-environment happy-dom
import { createRoot } from 'solid-js'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createInstall } from '../../src/platform/install.ts'
import { createPersistence } from '../../src/platform/persistence.ts'
import { createTheme } from '../../src/platform/theme.ts'

describe('the theme', () => {
  beforeEach(() => {
    localStorage.clear()
    document.head.innerHTML = `
      <meta name="theme-color" data-scheme="light" content="#fff">
      <meta name="theme-color" data-scheme="dark" content="#000">`
  })

  test('follows the device until something is chosen', () => {
    const theme = createRoot(createTheme)
    expect([theme.choice(), theme.shown()]).toEqual(['system', 'light'])
    expect(document.documentElement.dataset.theme).toBe('light')
  })

  test('that was chosen is shown, in the bar of the browser too, and kept', () => {
    createRoot(createTheme).choose('dark')
    expect(document.documentElement.dataset.theme).toBe('dark')
    const media = [...document.querySelectorAll('meta')].map((tag) => tag.getAttribute('media'))
    expect(media).toEqual(['not all', 'all'])
    expect(createRoot(createTheme).choice()).toBe('dark')
  })

  test('works where storage is blocked', () => {
    const blocked = () => {
      throw new DOMException('blocked', 'SecurityError')
    }
    vi.stubGlobal('localStorage', { getItem: blocked, setItem: blocked })
    const theme = createRoot(createTheme)
    theme.choose('dark')
    expect(theme.shown()).toBe('dark')
    vi.unstubAllGlobals()
  })
})

describe('installing', () => {
  function offer(outcome: 'accepted' | 'dismissed'): Event {
    const details = { prompt: async () => {}, userChoice: Promise.resolve({ outcome }) }
    return Object.assign(new Event('beforeinstallprompt', { cancelable: true }), details)
  }

  test('is offered when the browser offers it, once, and its own bar is kept away', async () => {
    const install = createRoot(createInstall)
    expect([install.offered(), await install.prompt()]).toEqual([false, 'unavailable'])
    const event = offer('dismissed')
    window.dispatchEvent(event)
    expect([event.defaultPrevented, install.offered()]).toEqual([true, true])
    expect(await install.prompt()).toBe('dismissed')
    expect(install.offered()).toBe(false)
  })

  test('is no longer offered once done', () => {
    const install = createRoot(createInstall)
    window.dispatchEvent(offer('accepted'))
    window.dispatchEvent(new Event('appinstalled'))
    expect([install.offered(), install.installed()]).toEqual([false, true])
  })

  test.each([
    ['an iPhone', 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)', 5, true],
    ['an iPad that calls itself a Mac', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 5, true],
    ['a Mac', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 0, false],
    ['an Android phone', 'Mozilla/5.0 (Linux; Android 15)', 5, false],
  ])('on %s, which says %s, whether to show steps', (_name, userAgent, maxTouchPoints, steps) => {
    vi.stubGlobal('navigator', { userAgent, maxTouchPoints })
    expect(createRoot(createInstall).iosSteps()).toBe(steps)
    vi.unstubAllGlobals()
  })
})

describe('the promise about stored data', () => {
  const storage = (over: Partial<StorageManager>) => over as StorageManager

  test('is what the browser says', async () => {
    const persistence = createPersistence(
      storage({
        persisted: async () => false,
        persist: async () => true,
        estimate: async () => ({ usage: 5, quota: 9 }),
      }),
    )
    await persistence.refresh()
    expect([persistence.safekeeping(), persistence.space()]).toEqual(['evictable', { used: 5, allowed: 9 }])
    expect(await persistence.request()).toBe('kept')
    expect(persistence.safekeeping()).toBe('kept')
  })

  test.each([
    ['has no such thing', undefined],
    ['has half of it', storage({})],
    ['refuses to say', storage({ persisted: () => Promise.reject(new TypeError('opaque origin')) })],
  ])('is unknown where the browser %s', async (_name, manager) => {
    const persistence = createPersistence(manager)
    await persistence.refresh()
    expect([persistence.safekeeping(), await persistence.request()]).toEqual(['unknown', 'unknown'])
  })
})
