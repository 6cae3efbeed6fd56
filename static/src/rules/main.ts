/** The pages of the house rules. */
import "./rules.css";
import "../page/toggle";
