import { useState } from "react";
import { useWorkspace } from "../board/workspace";
import { setCourse, type Course, type Ends } from "../drawing/course";
import type { Connection, Reading } from "../shared/contract";

const COURSES: readonly [Course, string][] = [
  ["forward", "→ to"],
  ["backward", "← from"],
  ["both", "↔ both"],
  ["none", "— with"],
];

const STUCK = "It cannot be turned: its strokes do not lead from one end to the other. Draw it as one arrow.";

function endsOf({ from, to }: Connection, reading: Reading): Ends | undefined {
  const find = (id: string) => [...reading.components, ...reading.groups].find((end) => end.id === id);
  const [source, target] = [find(from), find(to)];
  return source && target && { source, target };
}

/** Which way a connection runs: choosing another turns it on the board, or it is said why it cannot. */
export function CourseSelect({ connection, name }: { connection: Connection; name: string }) {
  const { edit, announcement, reading } = useWorkspace();
  const [stuck, setStuck] = useState(false);
  const onChange = (course: Course) => {
    const all = reading.reading.get();
    const ends = all && endsOf(connection, all);
    const turned = ends !== undefined && edit((elements) => setCourse(elements, connection, ends, course));
    setStuck(!turned);
    announcement.set(turned ? `Direction of the connection ${name} changed` : STUCK);
  };
  return (
    <>
      <select
        className="course"
        aria-label={`Direction of the connection ${name}`}
        title="Direction"
        value={connection.direction}
        onChange={(event) => onChange(event.target.value as Course)}
      >
        {COURSES.map(([course, title]) => (
          <option key={course} value={course}>
            {title}
          </option>
        ))}
      </select>
      {stuck && <span className="stuck">{STUCK}</span>}
    </>
  );
}
