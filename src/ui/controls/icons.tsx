/** Outlines on a grid of 24, drawn with one stroke; see `Icon`. */
const paths = {
  add: 'M12 5v14M5 12h14',
  archive: 'M4 4h16v5H4zM6 9v11h12V9M10 13h4',
  back: 'M14.5 5l-7 7 7 7',
  blocked: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M6 6l12 12',
  check: 'M4.5 12.5l5 5 10-11',
  chevron: 'M9 5l7 7-7 7',
  close: 'M6 6l12 12M18 6L6 18',
  copy: 'M9 9h11v11H9zM15 9V4H4v11h5',
  dash: 'M6 12h12',
  details: 'M4 6h16M4 12h16M4 18h10',
  down: 'M12 5v14M6 13l6 6 6-6',
  download: 'M12 4v11M7 11l5 5 5-5M4 20h16',
  drag: 'M8.5 5a.5.5 0 1 0 1 0a.5.5 0 1 0-1 0M14.5 5a.5.5 0 1 0 1 0a.5.5 0 1 0-1 0M8.5 12a.5.5 0 1 0 1 0a.5.5 0 1 0-1 0M14.5 12a.5.5 0 1 0 1 0a.5.5 0 1 0-1 0M8.5 19a.5.5 0 1 0 1 0a.5.5 0 1 0-1 0M14.5 19a.5.5 0 1 0 1 0a.5.5 0 1 0-1 0',
  edit: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  filter: 'M4 5h16l-6 8v6l-4 1v-7z',
  gate: 'M5 21V4M19 21V4M5 8h14M5 15h14M10 8v7M14 8v7',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 11v5M12 8v.01',
  install: 'M7 3h10v18H7zM12 7v7M9 11.5l3 3 3-3',
  mail: 'M3 6h18v12H3zM3 7l9 7 9-7',
  more: 'M11.5 5a.5.5 0 1 0 1 0a.5.5 0 1 0-1 0M11.5 12a.5.5 0 1 0 1 0a.5.5 0 1 0-1 0M11.5 19a.5.5 0 1 0 1 0a.5.5 0 1 0-1 0',
  offline: 'M4 4l16 16M12 18v.01M8.5 14.5a5 5 0 0 1 4-1.5M5.5 11.3A9 9 0 0 1 9 9M13 8a9 9 0 0 1 5.5 3.3',
  party:
    'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6M2.5 19a5.5 5.5 0 0 1 11 0M16 11a3 3 0 1 0-1-5.8M17 14a5.5 5.5 0 0 1 4.5 5',
  phone: 'M6 3h4l1 5-2.5 1.5a12 12 0 0 0 6 6L16 13l5 1v4a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z',
  protect: 'M12 3l8 3v6c0 5-3.5 8-8 9-4.5-1-8-4-8-9V6zM8.5 12l2.5 2.5 4.5-5',
  redo: 'M19 9H9a5 5 0 0 0 0 10h5M15 5l4 4-4 4',
  remove: 'M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5',
  restore: 'M4 12a8 8 0 1 0 3-6.2M4 4v5h5M12 8v4l3 2',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.5 15.5L20 20',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4',
  table: 'M4 5h16v14H4zM4 10h16M10 10v9',
  undo: 'M5 9h10a5 5 0 0 1 0 10h-5M9 5L5 9l4 4',
  up: 'M12 19V5M6 11l6-6 6 6',
  warning: 'M12 4l9 16H3zM12 10v4M12 17v.01',
} as const

export type IconName = keyof typeof paths

/**
 * One of the app's own icons, in the colour of the text beside it. Hidden from screen readers: what it means is said
 * by the words next to it or by the name of its button.
 */
export function Icon(props: { name: IconName; class?: string }) {
  return (
    <svg class={`icon ${props.class ?? ''}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[props.name]} />
    </svg>
  )
}
