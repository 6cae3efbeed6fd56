import { useWorkspace } from "../board/workspace";
import { remove } from "../drawing/edits";
import type { Connection } from "../shared/contract";
import { Icon } from "../shared/Icon";

export function DeleteConnection({ connection, name }: { connection: Connection; name: string }) {
  const { edit, announcement } = useWorkspace();
  const onClick = () => {
    edit((elements) => remove(elements, connection.element_ids));
    announcement.set(`Connection ${name} deleted`);
  };
  return (
    <button type="button" className="icon-button small" aria-label={`Delete the connection ${name}`} title="Delete" onClick={onClick}>
      <Icon name="close" />
    </button>
  );
}
