/** The id of the project whose page a path names, or undefined. Imports nothing, as it is needed before all else. */
export const projectOf = (pathname: string): string | undefined =>
  /^\/p\/([\w-]{1,64})\/*$/.exec(pathname)?.[1]
