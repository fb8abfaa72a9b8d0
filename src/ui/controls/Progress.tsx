import './progress.css'

/** A bar that shows how much of something is through; `label` says of what. The numbers stand beside it, in words. */
export function Progress(props: { value: number; max: number; label: string; text?: string }) {
  return (
    <progress
      class="progress"
      value={props.value}
      max={Math.max(1, props.max)}
      aria-label={props.label}
      aria-valuetext={props.text}
      data-full={props.max > 0 && props.value >= props.max ? '' : undefined}
    />
  )
}
