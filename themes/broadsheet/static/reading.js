// 阅读工具: type size, 关怀版, read-aloud. Nothing on a page depends on it.
"use strict";
(() => {
  const root = document.documentElement;
  const get = (key = "") => { try { return localStorage.getItem(`banxin-${key}`) || ""; } catch { return ""; } };
  const set = (key = "", value = "") => { try { localStorage.setItem(`banxin-${key}`, value); } catch { /* private window */ } };
  const apply = (key = "", value = "") => { if (value) root.dataset[key] = value; else delete root.dataset[key]; };
  // Before the first paint, so that nothing jumps.
  apply("size", get("size"));
  apply("care", get("care"));

  const button = (text = "", /** @type {() => void} */ press, rest = "") => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    if (rest) {
      const hidden = document.createElement("span");
      hidden.className = "hidden";
      hidden.textContent = rest;
      made.append(hidden);
    }
    made.addEventListener("click", press);
    return made;
  };
  const keep = (key = "", value = "") => { set(key, value); apply(key, value); };

  function tools() {
    const group = document.createElement("div");
    group.className = "tools";
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", "阅读工具");
    const values = ["", "2", "3"];
    const sizes = values.map((value, n) => button("字", () => {
      keep("size", value);
      show();
    }, ["号标准", "号大", "号特大"][n]));
    const care = button("关怀版", () => {
      const on = !root.dataset.care;
      keep("care", on ? "1" : "");
      keep("size", on ? "3" : "");
      show();
    });
    const show = () => {
      sizes.forEach((b, n) => { b.setAttribute("aria-pressed", String((root.dataset.size || "") === values[n])); });
      care.setAttribute("aria-pressed", String(Boolean(root.dataset.care)));
    };
    sizes.forEach((b, n) => { b.classList.add(`size${n}`); });
    group.append(...sizes, care);
    show();
    document.querySelector(".bar")?.append(group);
  }

  // One sentence at a time: long utterances are cut off by some browsers after 14 seconds.
  function aloud() {
    /** @type {HTMLElement?} */
    const text = document.querySelector(".art .txt");
    const speech = window.speechSynthesis;
    if (!text || !speech) return;
    const voice = () => speech.getVoices().find((v) => v.lang.replace("_", "-").toLowerCase().startsWith("zh"));
    /** @type {string[]} */
    let queue = [], speaking = false;
    const made = button("朗读", () => {
      if (speaking) { speech.cancel(); stop(); return; }
      queue = [`${document.querySelector("h1")?.textContent}。`, ...(text.innerText.match(/[^。！？；\n]+[。！？；]?/g) || [])];
      speaking = true;
      made.textContent = "停止";
      next();
    });
    made.className = "aloud";
    const stop = () => { speaking = false; made.textContent = "朗读"; };
    const next = () => {
      const sentence = speaking && queue.shift(), chosen = voice();
      if (!sentence || !chosen) { stop(); return; }
      const spoken = new SpeechSynthesisUtterance(sentence);
      spoken.voice = chosen;
      spoken.lang = chosen.lang;
      spoken.onend = spoken.onerror = next;
      speech.speak(spoken);
    };
    const offer = () => { if (voice() && !made.isConnected) document.querySelector(".tools")?.append(made); };
    offer();
    speech.addEventListener("voiceschanged", offer);
    addEventListener("pagehide", () => speech.cancel());
  }

  function cite() {
    const where = document.getElementById("cite");
    if (!where) return;
    const address = document.querySelector("link[rel=canonical]")?.getAttribute("href") ?? location.href.split("#")[0];
    const full = `${where.textContent.trim()} ${address}`;
    const row = document.createElement("div");
    row.className = "tools";
    const copy = button("复制引文", async () => {
      await navigator.clipboard.writeText(full);
      copy.textContent = "已复制";
      setTimeout(() => { copy.textContent = "复制引文"; }, 2000);
    });
    if (navigator.clipboard) row.append(copy);
    if (navigator.share) row.append(button("分享", () => navigator.share({ title: document.title, url: address }).catch(() => {})));
    if (row.firstChild) where.after(row);
  }

  // Which of picture, layout and list a reader prefers.
  function views() {
    for (const i of document.querySelectorAll("input")) {
      if (i.name !== "view") continue;
      if (i.id === get("view")) i.checked = true;
      i.addEventListener("change", () => set("view", i.id));
    }
  }

  addEventListener("DOMContentLoaded", () => { tools(); aloud(); cite(); views(); });
})();
