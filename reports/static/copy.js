"use strict";
(function () {
  document.querySelectorAll(".copy").forEach(function (button) {
    var text = button.previousElementSibling, name = button.textContent;
    button.hidden = false;
    button.addEventListener("click", function () {
      function said() {
        button.textContent = button.dataset.done;
        setTimeout(function () { button.textContent = name; }, 1600);
      }
      function selected() {
        var range = document.createRange(), selection = getSelection();
        range.selectNodeContents(text);
        selection.removeAllRanges();
        selection.addRange(range);
        if (document.execCommand("copy")) said();
      }
      if (navigator.clipboard) navigator.clipboard.writeText(text.textContent).then(said, selected);
      else selected();
    });
  });
})();
