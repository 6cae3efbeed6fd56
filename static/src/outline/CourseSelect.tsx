import { useWorkspace } from "../board/workspace";
import { setCourse, type Course } from "../drawing/corrections";
import type { Connection } from "../shared/contract";

const COURSES: readonly [Course, string][] = [
  ["forward", "→ to"],
  ["backward", "← from"],
  ["both", "↔ both"],
  ["none", "— with"],
];

/** Which way a connection runs: choosing another turns it on the board. */
export function CourseSelect({ connection, name }: { connection: Connection; name: string }) {
  const { edit, announcement } = useWorkspace();
  const onChange = (course: Course) => {
    edit((elements) => setCourse(elements, connection, course));
    announcement.set(`Direction of the connection ${name} changed`);
  };
  return (
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
  );
}
