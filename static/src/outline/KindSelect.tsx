import { useMemo } from "react";
import { useWorkspace } from "../board/workspace";
import { shelves } from "../palette/search";

interface Props {
  id?: string;
  label?: string;
  value: string;
  onChange(kind: string): void;
}

/** All kinds, by family, in the browser's own list: typing finds one. */
export function KindSelect({ id, label, value, onChange }: Props) {
  const { kinds } = useWorkspace();
  const families = useMemo(() => shelves(kinds), [kinds]);
  return (
    <select id={id} aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      {families.map(({ family, title, kinds: members }) => (
        <optgroup key={family} label={title}>
          {members.map(({ id: kind, title: name }) => (
            <option key={kind} value={kind}>
              {name}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
