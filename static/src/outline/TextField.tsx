import { useState } from "react";

interface Props {
  label: string;
  initial: string;
  placeholder?: string;
  /** Called once, with what was typed; not when Escape took it back. */
  onDone(typed: string): void;
  onCancel(): void;
}

/** Edits a text in its place: Enter or leaving takes it over, Escape leaves all as it was. */
export function TextField({ label, initial, placeholder, onDone, onCancel }: Props) {
  const [typed, setTyped] = useState(initial);
  const done = () => onDone(typed.trim());
  const onSubmit = (event: React.FormEvent) => {
    event.preventDefault();
    done();
  };
  return (
    <form className="row-rename" onSubmit={onSubmit}>
      <input
        autoFocus
        aria-label={label}
        placeholder={placeholder}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={done}
        onKeyDown={(event) => event.key === "Escape" && onCancel()}
      />
    </form>
  );
}
