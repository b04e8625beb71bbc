export{describe,pairs,tokens}from"./paper.js";
