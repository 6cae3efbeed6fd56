import { useId } from "react";
import { useWorkspace } from "../board/workspace";
import { useStore } from "../shared/useStore";
import { useDesigns } from "./useReading";

/** Which of several designs on the board is meant. Not there when the board shows one. */
export function DesignChooser() {
  const { reading, chooseDesign } = useWorkspace();
  const [designs, chosen, name] = [useDesigns(), useStore(reading.design), useId()];
  if (designs.length === 0) return null;
  const choice = (design: number | null, title: string, description?: string) => (
    <label key={title} className="choice" title={description}>
      <input type="radio" name={name} checked={chosen === design} onChange={() => void chooseDesign(design)} />
      <span>{title}</span>
    </label>
  );
  const shown = designs.find(({ number }) => number === chosen);
  return (
    <fieldset className="designs">
      <legend>{designs.length} designs on this board</legend>
      <div className="choices">
        {choice(null, "All together", "The whole board, as one architecture")}
        {designs.map(({ number, title, description }) => choice(number, title, description))}
      </div>
      <p className="quiet">{shown ? shown.description : "They do not hang together: which one do you mean?"}</p>
    </fieldset>
  );
}
