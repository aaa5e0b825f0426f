"use strict";
(function () {
  var entry = document.querySelector(".entry"), skip = document.querySelector(".skip"), name = document.title;
  var documents = Array.prototype.slice.call(document.querySelectorAll("article.document"));
  function chosen() {
    var id = "";
    try { id = decodeURIComponent(location.hash.slice(1)); } catch (broken) { return null; }
    var target = id && document.getElementById(id);
    return target ? target.closest("article.document") : null;
  }
  function show() {
    var one = chosen(), main = one ? one.querySelector("main") : document.getElementById("main");
    entry.hidden = one !== null;
    documents.forEach(function (other) { other.hidden = other !== one; });
    document.title = one ? one.dataset.title : name;
    skip.href = "#" + main.id;
    if (one && location.hash.slice(1) === one.id) scrollTo(0, 0);
  }
  addEventListener("hashchange", show);
  show();
})();
