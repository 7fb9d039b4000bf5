import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { chosenColours } from "../show/index.ts";
import { App } from "./app.tsx";
import { speak } from "./words/words.ts";
import "./look.css";
import "./pages.css";
import "./shell.css";
import "./help.css";

// The page may not make code from text (its content security policy): the schemas of a case must not try.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 10_000, retry: 1 } } });
const root = document.getElementById("root");
if (root !== null) {
  const colours = document.createElement("style");
  colours.textContent = chosenColours();
  document.head.append(colours);
  await speak(localStorage.getItem("language") ?? "en");
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
}
