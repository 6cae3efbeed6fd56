import "./page.css";
import "./toggle";
