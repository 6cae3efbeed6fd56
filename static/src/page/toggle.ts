/** The theme button in the head of a page. */
import { wireThemeToggle } from "../shared/theme";

const toggle = document.getElementById("theme-toggle");
if (toggle) wireThemeToggle(toggle);
