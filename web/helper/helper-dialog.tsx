import { ListingDialog } from "#web/components/listing-dialog.tsx";
import type { Tools } from "./tools.ts";

/** The listing that lies over the tools, of either place. Its reasons stand on its card. */
export function HelperDialog({ tools }: { readonly tools: Tools }) {
  const code = tools.opened.value;
  const item = code === null ? null : tools.model.itemOf(code);
  if (item === null) return null;
  return (
    <ListingDialog
      key={code}
      item={{ listing: item.item, match: { ...item.match, reasons: [] } }}
      query={{}}
      onClose={() => (tools.opened.value = null)}
    />
  );
}
