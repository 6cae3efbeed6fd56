import { problemText, type Problem } from "../shared/api";

/** The board could not be opened at all. */
export function Failure({ message, problems }: { message: string; problems: readonly Problem[] }) {
  return (
    <main className="failure" role="alert">
      <h1>The board did not open</h1>
      <Reasons message={message} problems={problems} />
      <p>
        <button type="button" className="button primary" onClick={() => location.reload()}>
          Try again
        </button>{" "}
        <a className="button" href="/">
          All scenarios
        </a>
      </p>
    </main>
  );
}

/** Why the server refused: all the problems with their places, or else its message. */
export function Reasons({ message, problems }: { message: string; problems: readonly Problem[] }) {
  return problems.length > 0 ? <Problems problems={problems} /> : <p className="reason">{message}</p>;
}

function Problems({ problems }: { problems: readonly Problem[] }) {
  return (
    <ul className="problems">
      {problems.map((problem, i) => (
        <li key={i}>{problemText(problem)}</li>
      ))}
    </ul>
  );
}
