package io.github.kextmanager.classify;

/**
 * What is counted together where only some of it is kept: a hundred notices must not hide the first
 * failure behind them, nor a hundred texts about something else.
 *
 * @param wording the wording
 * @param tells whether it says something, rather than name things alone
 * @param support whether what stands around it makes it count
 */
record Kind(Template wording, boolean tells, Finding.Support support) {
  static Kind of(Rule rule, Finding.Support support) {
    return new Kind(rule.wording(), rule.category().isPresent(), support);
  }
}
