// 阅读工具: type size, 关怀版, read-aloud. Nothing on a page depends on it.
"use strict";
(() => {
  const root = document.documentElement;
  const store = {
    get(key) { try { return localStorage.getItem("banxin-" + key) || ""; } catch { return ""; } },
    set(key, value) { try { localStorage.setItem("banxin-" + key, value); } catch { /* private window */ } },
  };
  const apply = (key, value) => { if (value) root.dataset[key] = value; else delete root.dataset[key]; };
  // Before the first paint, so that nothing jumps.
  apply("size", store.get("size"));
  apply("care", store.get("care"));

  const button = (text, rest, press) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    if (rest) {
      const hidden = document.createElement("span");
      hidden.className = "hidden";
      hidden.textContent = rest;
      made.append(hidden);
    }
    made.addEventListener("click", () => press(made));
    return made;
  };
  const keep = (key, value) => { store.set(key, value); apply(key, value); };

  function tools() {
    const group = document.createElement("div");
    group.className = "tools";
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", "阅读工具");
    const sizes = ["", "2", "3"].map((value, n) => button("字", ["号标准", "号大", "号特大"][n], () => {
      keep("size", value);
      show();
    }));
    const care = button("关怀版", "", () => {
      const on = !root.dataset.care;
      keep("care", on ? "1" : "");
      keep("size", on ? "3" : "");
      show();
    });
    const show = () => {
      sizes.forEach((b, n) => b.setAttribute("aria-pressed", String((root.dataset.size || "") === ["", "2", "3"][n])));
      care.setAttribute("aria-pressed", String(Boolean(root.dataset.care)));
    };
    sizes.forEach((b, n) => b.classList.add("size" + n));
    group.append(...sizes, care);
    show();
    document.querySelector(".bar").append(group);
  }

  // One sentence at a time: long utterances are cut off by some browsers after 14 seconds.
  function aloud() {
    const text = document.querySelector(".art .txt");
    if (!text || !("speechSynthesis" in window)) return;
    const speech = window.speechSynthesis;
    const voice = () => speech.getVoices().find((v) => v.lang.replace("_", "-").toLowerCase().startsWith("zh"));
    let queue = [], speaking = false;
    const next = (b) => {
      const sentence = speaking ? queue.shift() : "";
      if (!sentence) { speaking = false; b.textContent = "朗读"; return; }
      const spoken = new SpeechSynthesisUtterance(sentence);
      spoken.voice = voice();
      spoken.lang = spoken.voice.lang;
      spoken.onend = spoken.onerror = () => next(b);
      speech.speak(spoken);
    };
    const offer = () => {
      if (!voice() || document.querySelector(".aloud")) return;
      const made = button("朗读", "", (b) => {
        if (speaking) { speaking = false; speech.cancel(); b.textContent = "朗读"; return; }
        const title = document.querySelector("h1").textContent;
        queue = [title + "。", ...(text.innerText.match(/[^。！？；\n]+[。！？；]?/g) || [])];
        speaking = true;
        b.textContent = "停止";
        next(b);
      });
      made.className = "aloud";
      document.querySelector(".tools").append(made);
    };
    offer();
    speech.addEventListener("voiceschanged", offer);
    addEventListener("pagehide", () => speech.cancel());
  }

  function cite() {
    const where = document.getElementById("cite");
    if (!where) return;
    const said = (b, text) => { const was = b.textContent; b.textContent = text; setTimeout(() => { b.textContent = was; }, 2000); };
    const canonical = document.querySelector("link[rel=canonical]");
    const address = canonical ? canonical.href : location.href.split("#")[0];
    const full = where.textContent.trim() + " " + address;
    const row = document.createElement("div");
    row.className = "tools";
    if (navigator.clipboard) row.append(button("复制引文", "", (b) => navigator.clipboard.writeText(full).then(() => said(b, "已复制"))));
    if (navigator.share) row.append(button("分享", "", () => navigator.share({ title: document.title, url: address }).catch(() => {})));
    if (row.firstChild) where.after(row);
  }

  // Which of picture, layout and list a reader prefers.
  function views() {
    const inputs = [...document.querySelectorAll("input[name=view]")];
    const chosen = inputs.find((i) => i.id === store.get("view"));
    if (chosen) chosen.checked = true;
    inputs.forEach((i) => i.addEventListener("change", () => store.set("view", i.id)));
  }

  addEventListener("DOMContentLoaded", () => { tools(); aloud(); cite(); views(); });
})();
