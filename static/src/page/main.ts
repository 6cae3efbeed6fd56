import "../styles/tokens.css";
import "../styles/base.css";
import "../styles/controls.css";
import "./page.css";
import { wireThemeToggle } from "../shared/theme";

const toggle = document.getElementById("theme-toggle");
if (toggle) wireThemeToggle(toggle);
