import { type Accessor, createMemo, For, type JSX } from 'solid-js'

/**
 * Renders a list whose items are made anew at every change, as those from a database are: a row lives as long as its
 * key is in the list, so that it keeps its elements, and with them the focus. Keys have to differ.
 */
export function EachKeyed<T>(props: {
  each: readonly T[]
  by: (item: T) => string
  children: (item: Accessor<T>) => JSX.Element
}) {
  const items = createMemo(() => new Map(props.each.map((item) => [props.by(item), item])))
  return (
    <For each={[...items().keys()]}>
      {(key) => {
        // A row that is about to go may be asked once more: it then still has what it had.
        const item = createMemo<T | undefined>((before) => items().get(key) ?? before)
        return props.children(item as Accessor<T>)
      }}
    </For>
  )
}
