import { quoted } from './project.ts'

/** What was done, as the end of a sentence, and what came of undoing it. */
export const deeds = {
  undone: (what: string) => `Undone: ${what}.`,
  redone: (what: string) => `Done again: ${what}.`,
  nothingToUndo: 'There is nothing to undo on this page.',
  renameProject: () => 'renamed the project',
  setThirdParty: (takesPart: boolean) =>
    takesPart ? 'a third party takes part' : 'no third party takes part',
  tick: (line: string, party: string, done: boolean) =>
    done ? `ticked ${quoted(line)} for ${party}` : `took back the tick of ${party} on ${quoted(line)}`,
  unblocked: 'It is no longer blocked.',
  claim: (line: string, party: string, claims: boolean) =>
    claims ? `${party} takes ${quoted(line)}` : `${party} no longer takes ${quoted(line)}`,
  addLine: (line: string) => `added ${quoted(line)}`,
  rewordLine: (line: string) => `reworded ${quoted(line)}`,
  moveLine: (line: string) => `moved ${quoted(line)}`,
  reownLine: (line: string) => `changed the owner of ${quoted(line)}`,
  editLine: (line: string) => `changed ${quoted(line)}`,
  setNotApplicable: (line: string, set: boolean) =>
    set ? `marked ${quoted(line)} as not applicable` : `${quoted(line)} applies again`,
  setBlocked: (line: string, set: boolean) =>
    set ? `marked ${quoted(line)} as blocked` : `${quoted(line)} is no longer blocked`,
  removeLine: (line: string) => `removed ${quoted(line)}`,
  addStage: (stage: string) => `added the stage ${quoted(stage)}`,
  renameStage: (stage: string) => `renamed the stage ${quoted(stage)}`,
  moveStage: (stage: string) => `moved the stage ${quoted(stage)}`,
  setGate: (stage: string, gate: boolean) =>
    gate ? `${quoted(stage)} is a gate` : `${quoted(stage)} is no gate any more`,
  removeStage: (stage: string) => `removed the stage ${quoted(stage)} with its lines`,
  party: (party: string) => `changed the party ${party}`,
  addParty: (party: string) => `added the party ${party}`,
  removeParty: (party: string) => `removed the party ${party}`,
  contact: (name: string) => `changed the contact ${name}`,
  addContact: (name: string) => `added the contact ${name}`,
  removeContact: (name: string) => `removed the contact ${name}`,
  other: 'the last change',
} as const
