import "./styles/index.css";
import { render } from "preact";
import { addSigns } from "#web/icons/add-signs.ts";
import { App } from "./app.tsx";
import { followAddress } from "./route.ts";

addSigns(document);
followAddress();
const root = document.getElementById("office");
if (root !== null) render(<App />, root);
