package io.github.kextmanager.parse;

/** Says which rule of the format a line breaks. */
final class RowRule {
  private RowRule() {}

  /** The first rule that a line breaks which is not a row. */
  static String brokenBy(String text) {
    String[] words = text.strip().split(" +", 6);
    String[] names = {"index", "reference count", "address", "size", "wired size"};
    for (int i = 0; i < names.length; i++) {
      if (i == words.length) {
        return "it ends before its " + names[i];
      }
      String rule = i < 2 ? integerRule(words[i]) : addressRule(words[i]);
      if (!rule.isEmpty()) {
        return "its %s %s".formatted(names[i], rule);
      }
    }
    return words.length < 6 ? "it ends before its identifier" : restRule(words[5]);
  }

  private static String integerRule(String word) {
    return PrintedInteger.read(word, 0, word.length()) == PrintedInteger.NONE
        ? "is neither a decimal number of 32 bits nor ??"
        : "";
  }

  private static String addressRule(String word) {
    return PrintedAddress.stands(word, 0, word.length())
        ? ""
        : "is neither 0 nor 0x and at most 16 hexadecimal digits nor ????";
  }

  private static String restRule(String rest) {
    if (!rest.contains("(") || !rest.contains(")")) {
      return "it has no version in brackets";
    }
    if (rest.lastIndexOf('<') > rest.lastIndexOf('>')) {
      return "its list of linked kexts has no end";
    }
    return "its version is not followed by a UUID, \"no UUID\", load tags in <> or the line end";
  }
}
