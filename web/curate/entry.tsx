import "./styles/index.css";
import { render } from "preact";
import { App } from "./app.tsx";
import { followAddress } from "./route.ts";

followAddress();
const root = document.getElementById("office");
if (root !== null) render(<App />, root);
