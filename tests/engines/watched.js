// Put before every other script by tests/engines/site.mjs: remembers what goes wrong, over reloads too, and the last
// file that the page offered.

(function () {
  var faults = [];
  try {
    faults = JSON.parse(sessionStorage.getItem('engines:faults')) || [];
  } catch (error) {
    // Blocked: then only what this page saw.
  }
  function note(text) {
    faults.push(text);
    try {
      sessionStorage.setItem('engines:faults', JSON.stringify(faults));
    } catch (error) {
      // The same.
    }
  }
  window.takarFaults = faults;
  // The tour of a first visit was seen.
  try {
    localStorage.setItem('takar:tour', 'seen');
  } catch (error) {
    // Blocked: then it comes.
  }
  addEventListener('securitypolicyviolation', function (event) {
    note('policy violated: ' + event.violatedDirective + ' by ' + event.blockedURI);
  });
  addEventListener('error', function (event) { note('uncaught: ' + event.message + ' ' + (event.filename || '')); }, true);
  addEventListener('unhandledrejection', function (event) { note('rejected: ' + event.reason); });
  var complain = console.error;
  console.error = function () {
    note('console: ' + [].join.call(arguments, ' '));
    return complain.apply(console, arguments);
  };
  var make = URL.createObjectURL;
  URL.createObjectURL = function (blob) {
    window.takarOffered = blob;
    return make.call(URL, blob);
  };
})();
