/**
 * Lets the chart library load whatever language the browser names. uPlot 1.6.32 gives `navigator.language` to `Intl.NumberFormat`
 * as it loads, and some browsers name one that `Intl` throws at: `en-US@posix`, `C`, an empty one. Runs before it; to be
 * dropped once uPlot catches that.
 */
Intl.NumberFormat = new Proxy(Intl.NumberFormat, {
  construct: (format, [language, ...options]: ConstructorParameters<Intl.NumberFormatConstructor>) =>
    new format(isLanguage(language) ? language : 'en', ...options),
});

function isLanguage(language: Intl.LocalesArgument): boolean {
  try {
    Intl.DateTimeFormat.supportedLocalesOf(language ?? []);
    return true;
  } catch {
    return false;
  }
}
