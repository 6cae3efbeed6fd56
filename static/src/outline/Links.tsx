import type { Connection } from "../shared/contract";
import { ConnectionLine } from "./ConnectionLine";
import type { Link } from "./rows";

const DIRECTION: Record<Connection["direction"], string> = { forward: "to", both: "to and from", none: "with" };

/** The connections that leave a component. */
export function Links({ from, links }: { from: string; links: readonly Link[] }) {
  if (links.length === 0) return null;
  return (
    <ul className="links" aria-label={`Connections of ${from}`}>
      {links.map(({ connection, other }) => (
        <ConnectionLine key={connection.id} connection={connection} name={`from ${from} ${DIRECTION[connection.direction]} ${other}`}>
          {other}
        </ConnectionLine>
      ))}
    </ul>
  );
}
