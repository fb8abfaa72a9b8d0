import type { Party, PartyId } from '../../domain/model.ts'

/** The letters that stand for a party on screen; a party that never arrived is a question mark. */
export const codeOf = (parties: ReadonlyMap<PartyId, Party>, id: PartyId): string =>
  parties.get(id)?.code ?? '?'

/** A party's place in the palette of eight. */
export const colourOf = (party: Party | undefined): number => (((party?.colour ?? 7) % 8) + 8) % 8
