import { createEffect, type JSX, onMount, Show } from 'solid-js'
import { screenShown } from '../../platform/afterPaint.ts'
import { controls as t } from '../text/en/controls.ts'
import '../look/base.css'
import './button.css'
import { focusHeading } from './focus.ts'
import { Icon } from './icons.tsx'
import './page.css'

export interface PageProps {
  /** The page's one `h1`; also the document's title unless `documentTitle` says another. */
  title: string
  documentTitle?: string
  /** Where there is no way back: the app's own mark. */
  mark?: boolean
  back?: { readonly href: string; readonly label: string }
  /** At the end of the top bar: buttons, a menu. */
  actions?: JSX.Element
  /** Under the title, in the top bar: a status, a progress. */
  under?: JSX.Element
  /** Between the top bar and the content: banners. */
  banners?: JSX.Element
  /** As wide as the window allows, for tables. */
  wide?: boolean
  /** Says that it is still waiting for what it is about: what waits for the first screen waits on. */
  waiting?: boolean
  class?: string
  children: JSX.Element
}

/** The first page shown leaves the focus to the browser; each later one tells where one has come by its heading. */
let opened = false

/** The frame of a screen: a skip link, the top bar with the way back, the heading and the actions, and the main landmark. */
export function Page(props: PageProps) {
  createEffect(() => {
    document.title = t.documentTitle(props.documentTitle ?? props.title)
  })
  onMount(() => {
    if (opened) focusHeading()
    opened = true
  })
  createEffect(() => {
    if (!props.waiting) screenShown()
  })
  return (
    <div class={`page ${props.class ?? ''}`} classList={{ 'page-wide': props.wide === true }}>
      <button type="button" class="skip-link button button-plain" onClick={skip}>
        {t.skip}
      </button>
      <header class="top-bar">
        <div class="top-bar-inner">
          <Show when={props.back}>
            {(back) => (
              <a class="icon-button" href={back().href} aria-label={back().label} title={back().label}>
                <Icon name="back" />
              </a>
            )}
          </Show>
          <Show when={props.mark}>
            <img class="top-bar-mark" src="/favicon.svg" alt="" width="28" height="28" />
          </Show>
          <div class="top-bar-title">
            <h1 tabIndex={-1}>{props.title}</h1>
            {props.under}
          </div>
          <Show when={props.actions}>
            <div class="top-bar-actions">{props.actions}</div>
          </Show>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {props.banners}
        {props.children}
      </main>
    </div>
  )
}

/** Moves the focus itself: a link to a fragment would be a step in the history of the screens. */
function skip(): void {
  document.getElementById('main')?.focus()
}
