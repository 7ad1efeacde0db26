import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { EditorModel } from "./model.ts";

export const EditorContext = createContext<EditorModel | null>(null);

/** The listing that is edited around a component. Throws outside of one, which is a mistake in the code. */
export function useEditor(): EditorModel {
  const model = useContext(EditorContext);
  if (model === null) throw new Error("A component stands outside of the editor");
  return model;
}
