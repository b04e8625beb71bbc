import"./paper.js";
