"use strict";
(function () {
  var folded = document.querySelectorAll("details");
  function reveal() {
    var id = decodeURIComponent(location.hash.slice(1));
    var target = id && document.getElementById(id);
    for (var node = target; node; node = node.parentElement) {
      if (node.tagName === "DETAILS") node.open = true;
    }
    if (target) target.scrollIntoView();
  }
  var opened = [];
  window.addEventListener("hashchange", reveal);
  window.addEventListener("beforeprint", function () {
    opened = Array.prototype.filter.call(folded, function (one) { return !one.open; });
    opened.forEach(function (one) { one.open = true; });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (one) { one.open = false; });
    opened = [];
  });
  if (location.hash) reveal();
})();
