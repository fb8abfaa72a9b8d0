import type { JSX } from 'solid-js'
import './page.css'

/** What stands where nothing is yet: what this place is for and, as children, how to begin. */
export function EmptyState(props: { title: string; text: string; children?: JSX.Element }) {
  return (
    <div class="empty">
      <p class="empty-title">{props.title}</p>
      <p class="empty-text">{props.text}</p>
      {props.children && <div class="empty-actions">{props.children}</div>}
    </div>
  )
}
