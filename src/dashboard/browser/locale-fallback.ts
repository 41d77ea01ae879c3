/**
 * Makes `Intl.NumberFormat` fall back to English for a locale that would make it throw.
 *
 * Works around uPlot 1.6.32, which passes `navigator.language` to it as it loads: some browsers
 * report `en-US@posix`, `C` or an empty text, and the chart would be missing. The page loads this
 * file before uPlot. Delete it once uPlot catches the error.
 */
Intl.NumberFormat = new Proxy(Intl.NumberFormat, {
  construct: (format, [locale, ...options]: ConstructorParameters<Intl.NumberFormatConstructor>) =>
    new format(isValidLocale(locale) ? locale : 'en', ...options),
});

function isValidLocale(locale: Intl.LocalesArgument): boolean {
  try {
    Intl.DateTimeFormat.supportedLocalesOf(locale ?? []);
    return true;
  } catch {
    return false;
  }
}
