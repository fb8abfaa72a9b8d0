import { type Sift, sift } from '../../src/storage/sifting.ts'

/** Sifts in this thread: what runs these tests has no workers. The real one is tested in a browser. */
export const siftHere: Sift = async (task) => sift(task)
