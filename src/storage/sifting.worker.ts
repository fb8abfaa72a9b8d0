import { type Sifting, sift } from './sifting.ts'

// One question, one answer; the page then ends the worker. What is thrown here reaches the page as an error.
addEventListener('message', ({ data }: MessageEvent<Sifting>) => postMessage(sift(data)))
