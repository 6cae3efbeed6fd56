import "./gallery.css";
import "../page/toggle";
import { createApi } from "../shared/api";
import { wireOpening } from "./opening";
import { relativeTime } from "./time";

const form = document.querySelector<HTMLFormElement>("#open-drawing");
if (form) wireOpening(form, createApi(form.querySelector<HTMLInputElement>("[name=csrf_token]")!.value));

for (const time of document.querySelectorAll("time")) {
  time.title = time.textContent ?? "";
  time.textContent = relativeTime(new Date(time.dateTime), new Date());
}
