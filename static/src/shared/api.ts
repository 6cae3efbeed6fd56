/** Speak to the server: JSON both ways, one error shape, the CSRF token on every change. */

/** One thing wrong with an input, as `whiteboard.model.errors.Problem` states it. */
export interface Problem {
  message: string;
  file?: string | null;
  line?: number | null;
  column?: number | null;
  where?: string | null;
  hint?: string | null;
}

/** The server refused (4xx) or failed (5xx). */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly problems: readonly Problem[] = [],
  ) {
    super(message);
    this.name = "ApiError";
  }
}

/** The server cannot be reached. */
export class NetworkError extends Error {
  constructor() {
    super("The server cannot be reached.");
    this.name = "NetworkError";
  }
}

const NO_CONTENT = 204;

export interface Answer<T> {
  status: number;
  body: T;
}

export interface Api {
  get<T>(url: string): Promise<Answer<T>>;
  send<T>(method: "POST" | "PATCH" | "PUT" | "DELETE", url: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
}

export function createApi(csrf: string, fetcher: typeof fetch = (...request) => fetch(...request)): Api {
  async function request<T>(url: string, init: RequestInit): Promise<Answer<T>> {
    const response = await fetcher(url, { credentials: "same-origin", ...init }).catch(() => {
      throw new NetworkError();
    });
    if (!response.ok) throw await readError(response);
    const body = response.status === NO_CONTENT ? undefined : await response.json();
    return { status: response.status, body: body as T };
  }
  return {
    get: (url) => request(url, { headers: { Accept: "application/json" } }),
    send(method, url, body, headers = {}) {
      const form = body instanceof FormData;
      const type: Record<string, string> = form ? {} : { "Content-Type": "application/json" };
      return request(url, {
        method,
        body: form ? body : JSON.stringify(body),
        headers: { Accept: "application/json", "X-CSRFToken": csrf, ...type, ...headers },
      });
    },
  };
}

interface ErrorBody {
  error?: { message?: string; problems?: Problem[] };
}

async function readError(response: Response): Promise<ApiError> {
  const body = (await response.json().catch(() => ({}))) as ErrorBody;
  const message = body.error?.message ?? `The server answered ${response.status}.`;
  return new ApiError(response.status, message, body.error?.problems ?? []);
}

/** Say where in its file a problem is and what it is, in one line. */
export function problemText({ message, line, column, where, hint }: Problem): string {
  const place = line == null ? "" : `Line ${line}${column == null ? "" : `, column ${column}`}: `;
  const inside = where && !message.includes(where) ? `${where}: ` : "";
  return `${place}${inside}${message}${hint ? ` (${hint})` : ""}`;
}

/** What to tell a person about anything that was thrown. */
export function explain(error: unknown): { message: string; problems: readonly Problem[] } {
  if (error instanceof ApiError) return { message: error.message, problems: error.problems };
  return { message: error instanceof Error ? error.message : String(error), problems: [] };
}
